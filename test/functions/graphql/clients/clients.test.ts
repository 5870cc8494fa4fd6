import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { Client, fetchExchange } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleProduct, startSampleProduct } from './sample-product.ts';

let product: SampleProduct;
beforeAll(async () => {
  product = await startSampleProduct();
});
afterAll(() => product.close());

const nested = `query Nested($name: String!) {
  agencies(filter: { nameContains: $name }, first: 1) {
    totalCount
    nodes {
      __typename
      id
      name
      year(year: 2020) {
        section(key: applications) {
          heading
          ... on ApplicationsSection { cell(row: "granted", column: "total") { value raw place { line } } }
        }
      }
    }
  }
}`;

/** 内江市人民政府 granted 114 applications in 2020. */
function check(data: { agencies: { totalCount: number; nodes: readonly { name: string; year: unknown }[] } }): void {
  expect(data.agencies.totalCount).toBe(1);
  expect(data.agencies.nodes[0]?.name).toBe('内江市人民政府');
  expect(data.agencies.nodes[0]?.year).toMatchObject({ section: { cell: { value: 114, raw: '114' } } });
}

const wrong = '{ agencies(first: 0) { totalCount } }';

interface Page {
  readonly agencies: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly name: string }[];
  };
}

describe('clients in use everywhere', () => {
  it('urql asks and is told of errors, by POST and by GET', async () => {
    for (const preferGetMethod of [false, 'force'] as const) {
      const client = new Client({ url: product.url, exchanges: [fetchExchange], preferGetMethod });
      const { data, error } = await client.query(nested, { name: '内江' }).toPromise();
      expect(error).toBeUndefined();
      check(data);
      const refused = await client.query(wrong, {}).toPromise();
      expect(refused.error?.graphQLErrors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('graphql-request asks and throws what is wrong', async () => {
    const client = new GraphQLClient(product.url);
    check(await client.request(nested, { name: 'nj' }));
    await expect(client.request(wrong)).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('Apollo Client asks, keeps what it got, and takes pages one after another', async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: product.url }), cache: new InMemoryCache() });
    const first = await client.query({ query: gql(nested), variables: { name: '内江市' } });
    check(first.data as Parameters<typeof check>[0]);
    const again = await client.query({ query: gql(nested), variables: { name: '内江市' }, fetchPolicy: 'cache-only' });
    expect(again.data).toEqual(first.data);
    const page = gql`query ($after: String) { agencies(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { name } } }`;
    const names: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const answer: { data?: Page | undefined } = await client.query<Page>({ query: page, variables: { after } });
      names.push(...(answer.data?.agencies.nodes ?? []).map((node) => node.name));
      after = answer.data?.agencies.pageInfo.endCursor ?? null;
      more = answer.data?.agencies.pageInfo.hasNextPage ?? false;
    }
    expect(names).toEqual([
      ...['营口市人民政府', '自贡市贡井区人民政府', '内江市人民政府', '雅安市人民政府办公室', '清镇市人民政府'],
    ]);
    client.stop();
  });

  it('curl asks in one line, and holds a tag that saves it the answer', async () => {
    const curl = promisify(execFile);
    const get = ['-sG', product.url, '-H', 'accept: application/json', '--data-urlencode', 'query={ forms { id } }'];
    const { stdout } = await curl('curl', [...get, '-D', '-']);
    expect(stdout).toContain('{"data":{"forms":[{"id":"FORM_2008"}');
    const etag = /^etag: (.+?)\r?$/im.exec(stdout)?.[1] ?? '';
    const again = await curl('curl', [...get, '-H', `if-none-match: ${etag}`, '-w', '%{http_code}']);
    expect(again.stdout).toBe('304');
  });
});
