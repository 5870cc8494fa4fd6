import type { ObjectFieldsShape } from '@pothos/core';
import type { builder } from './builder.ts';
import { call } from './prices.ts';

type SchemaTypes = typeof builder.$inferSchemaTypes;

/** The field that every connection has beside its page: the size of the whole list. */
export const totalCountField: ObjectFieldsShape<SchemaTypes, SchemaTypes['Connection']> = (t) => ({
  totalCount: t.int({
    complexity: call,
    description: 'How many items the whole list has, with its filter (总数).',
    resolve: ({ totalCount }) => totalCount(),
  }),
});
