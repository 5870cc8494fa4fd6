import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../functions/graphql/limit-query.ts';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { hostileAnswers, hostileReports, nestedVersions } from './hostile-answers.ts';
import { hostileRequests } from './hostile-queries.ts';
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

describe('limits', () => {
  it.each(hostileRequests.map((request) => [request.name, request.code, request] as const))(
    'refuse %s with %s before anything is read',
    async (_name, code, { query, variables = {} }) => {
      const { data, errors } = await api.ask(query, variables);
      expect(data ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions?.code)).toContain(code);
      expect(api.calls().calls).toBe(0);
    },
  );

  it('are thirty at least', () => {
    expect(hostileRequests.length).toBeGreaterThanOrEqual(30);
  });

  it('are told beside the answer, with what is left of them', async () => {
    const { extensions } = await api.ask('{ agencies(first: 10) { nodes { name } } }');
    expect(extensions).toEqual({
      cost: {
        points: { estimated: 30, limit: limits.complexity, left: limits.complexity - 30 },
        depth: { used: 3, limit: limits.depth, left: limits.depth - 3 },
      },
    });
    api.calls();
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

describe('an answer too large', () => {
  let greedy: StoredApi;
  beforeAll(async () => {
    greedy = await startStoredApi();
    await greedy.store(hostileReports);
  });
  afterAll(() => greedy.close());

  it.each(hostileAnswers.map(({ name, query }) => [name, query]))(
    'ends with ANSWER_TOO_LARGE while it is made: %s',
    async (_name, query) => {
      const { data, errors } = await greedy.ask(query);
      expect(data).toBeNull();
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['ANSWER_TOO_LARGE']);
      expect(errors?.[0]?.message).toMatch(/Ask for less at a time/);
    },
  );

  it.each(nestedVersions.map(({ name, query }) => [name, query]))(
    'cannot come of versions of versions: %s',
    async (_name, query) => {
      const started = performance.now();
      expect((await greedy.ask(query)).errors).toBeUndefined();
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  it('is not made of versions, which come page by page', async () => {
    const { id } = hostileReports.at(-1)?.agency ?? organ('');
    const query = `query ($id: ID!, $first: Int, $after: ID) {
      agency(id: $id) { year(year: 2020) { report { versions(first: $first, after: $after) { version } } } }
    }`;
    const pageOf = async (first?: number, after?: string) =>
      (await greedy.ask(query, { id, first, after })).data.agency.year.report.versions.map(
        ({ version }: { version: string }) => version,
      );
    const all = await pageOf();
    expect(all).toHaveLength(10);
    expect(await pageOf(3)).toEqual(all.slice(0, 3));
    expect(await pageOf(3, all[2])).toEqual(all.slice(3, 6));
    expect(await pageOf(3, all[9])).toEqual([]);
    const wrong = await greedy.ask(query, { id, after: 'nothing' });
    expect(wrong.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
