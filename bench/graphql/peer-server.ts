import { execute } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { graphqlPath } from '../../functions/graphql/server.ts';
import { createGraphqlContext, type Reader } from '../../schema/graphql/context.ts';
import { graphqlSchema } from '../../schema/graphql/schema.ts';

/** The same schema with graphql-js as its executor, and nothing that ours does besides: no limits, no costs, no persisted documents. */
export function createPeerServer(reader: Reader) {
  return createYoga({
    schema: graphqlSchema,
    context: () => createGraphqlContext(peerSources(reader)),
    graphqlEndpoint: graphqlPath,
    plugins: [executedByGraphqlJs],
    graphiql: false,
    logging: false,
  });
}

const executedByGraphqlJs: Plugin = { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };

/** What a context is made of where nobody changes anything. */
export function peerSources(reader: Reader): Parameters<typeof createGraphqlContext>[0] {
  const refuse = () => {
    throw new Error('The benchmark only reads.');
  };
  return { reader, rules: [], viewer: null, originals: null, writeReview: refuse, difference: refuse };
}
