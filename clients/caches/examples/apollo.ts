import process from 'node:process';
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client/core';
import { cacheOptions } from '../apollo.ts';

const [url = 'http://127.0.0.1:4000/graphql'] = process.argv.slice(2);
const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache(cacheOptions) });

interface Agencies {
  readonly agencies: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
  };
}

const query: TypedDocumentNode<Agencies> = gql`query Agencies($after: String) {
  agencies(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name } } }
}`;

// The cache answers for the whole list once a page is there: further pages are fetched, as `fetchMore` of a component does.
let page = await client.query({ query });
while (page.data?.agencies.pageInfo.hasNextPage) {
  page = await client.query({
    query,
    variables: { after: page.data.agencies.pageInfo.endCursor },
    fetchPolicy: 'network-only',
  });
}

// Every page stands in the cache, one behind the other.
for (const { node } of client.cache.readQuery({ query })?.agencies.edges ?? []) console.log(node.name);
client.stop();
