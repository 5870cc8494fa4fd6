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
}

/** Arguments of every list that is served page by page. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    defaultValue: pageSizes.default,
    description: `How many items to return, from 1 to ${pageSizes.max}.`,
  }),
  after: t.string({ description: 'Return the items after this cursor. Absent: from the beginning.' }),
}));

/** The price of a page: one call, and every field of an item as often as items are asked for. */
export function priceOfPage({ first }: PageArgs) {
  return { field: call, multiplier: Math.min(Math.max(first ?? pageSizes.default, 1), pageSizes.max) };
}

/** Throws BAD_USER_INPUT for a `first` out of range and for what cannot be a cursor. */
export function readPage({ first, after }: PageArgs): PageRequest {
  const size = pageSize(first);
  if (after === '' || (after ?? '').length > longestCursor) throw badUserInput('after is not a cursor.', 'after');
  return { first: size, after: after ?? null };
}

/** Items that a page is asked to have. Throws BAD_USER_INPUT for a `first` out of range. */
export function pageSize(first: PageArgs['first']): number {
  const size = first ?? pageSizes.default;
  if (size < 1 || size > pageSizes.max) throw badUserInput(`first must be from 1 to ${pageSizes.max}.`, 'first');
  return size;
}

/** A page of the store as a Relay connection. */
export function toConnection<T>(page: Page<T>, request: PageRequest) {
  return {
    edges: page.items.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: request.after !== null,
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
