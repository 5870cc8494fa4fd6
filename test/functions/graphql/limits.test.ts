import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../functions/graphql/limits.ts';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { everything } from './queries.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const agency = organ('市财政局');

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store(Array.from({ length: 20 }, (_, index) => fullVersion(agency, 2008 + index)));
  api.calls();
});
afterAll(() => api.close());

const fragments = (count: number) =>
  Array.from({ length: count }, (_, at) => `fragment F${at} on Query { rules { id } ...F${at + 1} ...F${at + 1} }`);

const hostile: readonly [name: string, code: string, query: string][] = [
  [
    'years of years',
    'QUERY_TOO_DEEP',
    `{ agency(id: "x") { ${'years { agency { '.repeat(8)} id ${'} } '.repeat(8)} } }`,
  ],
  [
    'versions of versions',
    'QUERY_TOO_DEEP',
    `{ reports(filter: { year: 2020 }) { nodes { ${'versions { '.repeat(14)} title ${'}'.repeat(14)} } } }`,
  ],
  [
    'the cells of a hundred agencies',
    'QUERY_TOO_COMPLEX',
    '{ agencies(first: 100) { nodes { years { sections { ... on StatutorySection { rows { cells { value } } } } } } } }',
  ],
  [
    'fragments that double',
    'QUERY_TOO_COMPLEX',
    `${fragments(30).join(' ')} fragment F30 on Query { rules { id } } { ...F0 }`,
  ],
  ['too many tokens', 'QUERY_TOO_LARGE', `{ ${'rules { id } '.repeat(limits.tokens / 4)} }`],
  [
    'too many aliases',
    'QUERY_TOO_LARGE',
    `{ ${Array.from({ length: limits.aliases + 1 }, (_, at) => `a${at}: rules { id }`).join(' ')} }`,
  ],
  ['too many directives', 'QUERY_TOO_LARGE', `{ rules { id ${'@include(if: true) '.repeat(limits.directives + 1)} } }`],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ],
  [
    'introspection of introspection',
    'GRAPHQL_VALIDATION_FAILED',
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  ],
];

describe('limits', () => {
  it.each(hostile)('refuse %s with %s before anything is read', async (_name, code, query) => {
    const { data, errors } = await api.ask(query);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions?.code)).toContain(code);
    expect(api.calls().calls).toBe(0);
  });

  it('count list sizes that come in variables', async () => {
    const query = `query ($first: Int) {
      reports(filter: { year: 2020 }, first: $first) { nodes { sections { ... on StatutorySection { rows { cells {
        path raw value state place { table row column line }
      } } } } } }
    }`;
    expect((await api.ask(query, { first: 5 })).errors).toBeUndefined();
    expect((await api.ask(query, { first: 100 })).errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX');
  });

  it('let the heaviest sensible query through: 20 years of one agency with every cell and its place', async () => {
    const { data, errors } = await api.ask(everything, { id: agency.id });
    expect(errors).toBeUndefined();
    expect(data.agency.years).toHaveLength(20);
  });

  it('let the introspection of GraphiQL through', async () => {
    const { data, errors } = await api.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data.__schema.queryType.name).toBe('Query');
  });
});
