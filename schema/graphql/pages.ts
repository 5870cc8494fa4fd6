import type { ObjectFieldsShape } from '@pothos/core';
import type { Page, PageRequest } from '../record/record-store.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';
import { call } from './prices.ts';

/** Items a page has unless the query says otherwise, and at most. */
const pageSizes = { default: 20, max: 100 } as const;

/** A cursor is short; anything longer was never one of ours. */
const longestCursor = 2_000;

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Arguments of every list that is served page by page. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many items to return, from 1 to ${pageSizes.max}. Absent: ${pageSizes.default}, unless last is given.`,
  }),
  after: t.string({ description: 'Return the items after this cursor. Absent: from the beginning.' }),
  last: t.int({ description: `Instead of first: how many items to return from the end, from 1 to ${pageSizes.max}.` }),
  before: t.string({ description: 'With last: return the items before this cursor. Absent: to the end.' }),
}));

/** The price of a page: one call, and every field of an item as often as items are asked for. */
export function priceOfPage({ first, last }: PageArgs) {
  return { field: call, multiplier: Math.min(Math.max(first ?? last ?? pageSizes.default, 1), pageSizes.max) };
}

/** The price of a page of a list for which the list of each of some years is read. */
export function priceOfPageOfYears(page: PageArgs, years: readonly number[] | null | undefined) {
  const price = priceOfPage(page);
  return { ...price, field: price.field * Math.max(years?.length ?? 1, 1) };
}

/** Throws BAD_USER_INPUT for a size out of range, for what cannot be a cursor, and for arguments of both directions. */
export function readPage({ first, after, last, before }: PageArgs): PageRequest {
  checkCursor(after, 'after');
  checkCursor(before, 'before');
  if (last == null) {
    if (before != null) throw badUserInput('before needs last.', 'before');
    return { first: pageSize(first), after: after ?? null };
  }
  if (first != null || after != null) throw badUserInput('last goes with neither first nor after.', 'last');
  return { first: pageSize(last, 'last'), after: null, backward: { before: before ?? null } };
}

function checkCursor(cursor: string | null | undefined, argument: string): void {
  if (cursor === '' || (cursor ?? '').length > longestCursor)
    throw badUserInput(`${argument} is not a cursor.`, argument);
}

/** Items that a page is asked to have. Throws BAD_USER_INPUT for a size out of range. */
export function pageSize(size: PageArgs['first'], argument = 'first'): number {
  const wanted = size ?? pageSizes.default;
  if (wanted < 1 || wanted > pageSizes.max) {
    throw badUserInput(`${argument} must be from 1 to ${pageSizes.max}.`, argument);
  }
  return wanted;
}

/** A page of the store as a Relay connection. */
export function toConnection<T>(page: Page<T>) {
  return {
    edges: page.items.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.cursors[0] ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    totalCount: page.totalCount,
  };
}

type SchemaTypes = typeof builder.$inferSchemaTypes;

/** The field that every connection has beside its page: the size of the whole list. */
export const totalCountField: ObjectFieldsShape<SchemaTypes, SchemaTypes['Connection']> = (t) => ({
  totalCount: t.int({
    complexity: call,
    description: 'How many items the whole list has, with its filter (总数).',
    resolve: ({ totalCount }) => totalCount(),
  }),
});
