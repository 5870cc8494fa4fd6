import { execute } from 'graphql';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { HttpEvent, type HttpResult, toRequest, toResult } from '../../../../functions/graphql/http-event.ts';

const graphqlJs: Plugin = { onExecute: ({ setExecuteFn }) => setExecuteFn(execute) };

/** A function on Lambda that is Yoga as it comes, executed by graphql-js, with one list that `read` gives. */
export function yogaFunction(read: () => Promise<unknown[]>): (event: unknown) => Promise<HttpResult> {
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: `
        type Query { agencies(first: Int): Agencies! }
        type Agencies { nodes: [Agency!]! }
        type Agency { name: String! }`,
      resolvers: { Query: { agencies: async () => ({ nodes: await read() }) } },
    }),
    plugins: [graphqlJs],
    logging: false,
  });
  return async (event) => toResult(await yoga.fetch(toRequest(HttpEvent.parse(event)), {}));
}
