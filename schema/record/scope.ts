import { z } from 'zod';
import type { TableKey } from '../law/forms/form.ts';

/**
 * Whose figures something gives: those of the organ that reports alone; of a level of government and its departments
 * without the levels below (本级); of a whole area or system with the levels below (全市, 全县, 全系统); or not told.
 */
export const Scope = z.enum(['organ', 'ownLevel', 'territory', 'unknown']);
export type Scope = z.infer<typeof Scope>;

/**
 * What told a scope: the title, a statement on the report's or its tables' figures, a label beside a heading or in or above a table,
 * the words of a sentence, or the law on whose behalf such an organ reports (`docs/decisions/0093`).
 */
export const ScopeBasis = z.enum(['title', 'statement', 'label', 'sentence', 'law']);
export type ScopeBasis = z.infer<typeof ScopeBasis>;

/**
 * A scope with the words that tell it, as printed, and their first UTF-16 unit in the decoded source, that of the cell for
 * words in a cell of a table. Words are null where the law tells it or nothing does; the place is null for those of a title too.
 */
export const ToldScope = z.object({
  scope: Scope,
  from: ScopeBasis.nullable(),
  words: z.string().nullable(),
  offset: z.int().nonnegative().nullable(),
});
export type ToldScope = z.infer<typeof ToldScope>;

/** Nothing tells it. */
export const unknownScope: ToldScope = { scope: 'unknown', from: null, words: null, offset: null };

/** The scope of a report and of each statutory table in it. Where the report's is known, no table's is another known one. */
export const Scopes = z.object({
  report: ToldScope,
  tables: z.object({
    proactiveDisclosure: ToldScope.optional(),
    applications: ToldScope.optional(),
    reviewAndLitigation: ToldScope.optional(),
  }),
});
export type Scopes = z.infer<typeof Scopes>;

/** The scope of a figure or report; unknown of one that an earlier release read. */
export function scopeOf({ scope }: { readonly scope?: ToldScope | undefined }): Scope {
  return scope?.scope ?? 'unknown';
}

/** The scope of a record's table; unknown where it has none. */
export function tableScope({ scopes }: { readonly scopes?: Scopes | undefined }, key: TableKey): Scope {
  return scopes?.tables[key]?.scope ?? 'unknown';
}

/** Whether two scopes are known and differ: their figures are of different things and cannot contradict each other. */
export function differentScopes(one: Scope, other: Scope): boolean {
  return one !== 'unknown' && other !== 'unknown' && one !== other;
}

/** Whether figures may be held against each other: no two of them are known to be of different scopes. */
export function ofOneScope(scopes: readonly Scope[]): boolean {
  return new Set(scopes.filter((scope) => scope !== 'unknown')).size <= 1;
}
