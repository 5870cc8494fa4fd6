import process from 'node:process';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { cacheOptions } from '../urql.ts';

const [url = 'http://127.0.0.1:4000/graphql'] = process.argv.slice(2);
const client = new Client({ url, exchanges: [cacheExchange(cacheOptions), fetchExchange], preferGetMethod: false });

interface Agencies {
  readonly agencies: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
  };
}

const query = gql<Agencies, { after?: string | null }>`query Agencies($after: String) {
  agencies(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name } }
}`;

let page = await client.query(query, {}).toPromise();
while (page.data?.agencies.pageInfo.hasNextPage) {
  page = await client.query(query, { after: page.data.agencies.pageInfo.endCursor }).toPromise();
}

// Every page stands in the cache, one behind the other.
const { data } = await client.query(query, {}, { requestPolicy: 'cache-only' }).toPromise();
for (const { name } of data?.agencies.nodes ?? []) console.log(name);
