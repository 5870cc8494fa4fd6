import { readFileSync } from 'node:fs';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, it } from 'vitest';
import { cacheOptions as apolloOptions } from '../../clients/caches/apollo.ts';
import { cacheOptions as urqlOptions } from '../../clients/caches/urql.ts';
import { buildPossibleTypes, possibleTypesTarget } from '../../tools/build-client.ts';
import { after, before, id, useIngestedApi } from '../functions/graphql/ingested-api.ts';

const { ask, store, findingsOf } = useIngestedApi();

/** What clients send goes straight to the API, and is counted. */
function counted() {
  const sent: string[] = [];
  const send = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    const { query, variables } = JSON.parse(String(init?.body));
    sent.push(query);
    return Response.json(await ask(query, variables));
  };
  return { sent, send: send as typeof fetch };
}

type Variables = Record<string, unknown>;

/** A client with a normalised cache. */
interface Caching {
  readonly sent: readonly string[];
  ask(query: string, variables?: Variables): Promise<unknown>;
  /** A further page of a list. */
  more(query: string, variables: Variables): Promise<unknown>;
  /** What the cache alone answers; null where it lacks anything. */
  kept(query: string, variables?: Variables): Promise<unknown>;
}

const url = 'http://localhost/graphql';

function apollo(): Caching {
  const { sent, send } = counted();
  const client = new ApolloClient({
    link: new HttpLink({ uri: url, fetch: send }),
    cache: new InMemoryCache(apolloOptions),
  });
  return {
    sent,
    ask: async (query, variables = {}) => (await client.query({ query: gql(query), variables })).data,
    more: (query, variables) => client.query({ query: gql(query), variables, fetchPolicy: 'network-only' }),
    kept: async (query, variables = {}) => client.cache.readQuery({ query: gql(query), variables }),
  };
}

function urql(): Caching {
  const { sent, send } = counted();
  const exchanges = [cacheExchange(urqlOptions), fetchExchange];
  const client = new Client({ url, fetch: send, exchanges, preferGetMethod: false });
  return {
    sent,
    ask: async (query, variables = {}) => plain((await client.query(query, variables).toPromise()).data),
    more: (query, variables) => client.query(query, variables).toPromise(),
    kept: async (query, variables = {}) =>
      plain((await client.query(query, variables, { requestPolicy: 'cache-only' }).toPromise()).data ?? null),
  };
}

/** Without what a client marks its answers with. */
function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null));
}

/** An answer without the names of types that clients ask for in addition. */
function untyped(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (key, value) => (key === '__typename' ? undefined : value));
}

const ofYear = (year: number, fields: string) =>
  `query ($id: ID!) { agency(id: $id) { id year(year: ${year}) { id year ${fields} } } }`;

const questions = [
  ofYear(2021, 'report { id title source { sha256 } findingCounts { error } }'),
  ofYear(2021, 'report { id publishedOn source { mediaType } findingCounts { warning } checks { made } }'),
  ofYear(2022, 'report { id title indicators { key label } }'),
  ofYear(2022, 'report { id indicators { value unit scope { scope } } checks { possible notMade { rule } } }'),
  ofYear(2021, 'findings { id rule cells }'),
  ofYear(2022, 'findings { id cells message { zh } review { note } }'),
  ofYear(
    2022,
    'section(key: applications) { id heading ... on ApplicationsSection { rows { id key cells { id raw } } } }',
  ),
  ofYear(
    2022,
    'sections { id key ordinal ... on StatutorySection { form row(key: "granted") { id name { zh } cells { id value place { row } } } } }',
  ),
  ofYear(
    2022,
    'report { id section(key: applications) { id ... on ApplicationsSection { cell(row: "carriedOver", column: "total") { id raw place { column } findings { id rule } } } } }',
  ),
  `query ($id: ID!) { agency(id: $id) { id name type { key } division { id name } years { id year report { id form } } } }`,
  `query ($id: ID!) { agency(id: $id) { id level type { name { zh } } division { id code } years(from: 2022) { id report { id complete } } } }`,
  `query ($id: ID!) { node(id: $id) { id ... on Agency { canonicalName } } }`,
  `query { reports(filter: { year: 2022 }) { edges { node { id agency { id name } scope { scope } } } } }`,
];

describe.each([
  ['Apollo Client', apollo],
  ['urql', urql],
])('the cache of %s', (_name, create) => {
  it('loses nothing by any other question about the same agency', async () => {
    await store(before);
    await store(after);
    for (const order of [questions, questions.toReversed()]) {
      const client = create();
      for (const question of order) {
        const { data, errors } = await ask(question, { id });
        expect(errors, question).toBeUndefined();
        expect(untyped(await client.ask(question, { id })), question).toEqual(data);
      }
      const asked = client.sent.length;
      for (const question of order) {
        const { data } = await ask(question, { id });
        expect(untyped(await client.kept(question, { id })), question).toEqual(data);
      }
      expect(client.sent).toHaveLength(asked);
    }
  });

  it('puts pages of a list one behind the other', async () => {
    await store(before);
    await store(after);
    const list = `query ($after: String) { ingestions(first: 1, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id outcome } } } }`;
    interface List {
      ingestions: { totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean }; edges: unknown[] };
    }
    const client = create();
    const everyPage: unknown[] = [];
    let at: string | null = null;
    do {
      const { ingestions }: List = (await ask(list, { after: at })).data;
      everyPage.push(...ingestions.edges);
      await client.more(list, { after: at });
      at = ingestions.pageInfo.hasNextPage ? ingestions.pageInfo.endCursor : null;
    } while (at !== null);
    const kept = untyped(await client.kept(list)) as List;
    expect(everyPage).toHaveLength(2);
    expect(kept.ingestions.edges).toEqual(everyPage);
  });
});

describe('a decision', () => {
  it('takes the place of the one before it whole', async () => {
    await store(before);
    await store(after);
    const [{ id: finding }] = await findingsOf(2022);
    const review = 'mutation ($input: ReviewFindingInput!) { reviewFinding(input: $input) { id review { decision } } }';
    const noted = 'query ($id: ID!) { node(id: $id) { id ... on Finding { review { decision note } } } }';
    const client = new ApolloClient({
      link: new HttpLink({ uri: url, fetch: counted().send }),
      cache: new InMemoryCache(apolloOptions),
    });
    const decide = (decision: string, note: string) =>
      client.mutate({ mutation: gql(review), variables: { input: { finding, decision, note } } });
    await decide('dismissed', '口径不同');
    await client.query({ query: gql(noted), variables: { id: finding } });
    await decide('confirmed', '已核实');
    // The note of the first decision is not shown beside the second.
    expect(client.cache.readQuery({ query: gql(noted), variables: { id: finding } })).toBeNull();
  });
});

it('what caches know of the types is what the script makes of the schema', () => {
  expect(readFileSync(possibleTypesTarget, 'utf8')).toBe(buildPossibleTypes());
});
