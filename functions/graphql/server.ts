import { GraphQLError } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { recordDifference } from '../../parser/differences/record-difference.ts';
import {
  createGraphqlContext,
  type GraphqlContext,
  type GraphqlSources,
  type Viewer,
  type WriteReview,
} from '../../schema/graphql/context.ts';
import { graphqlSchema } from '../../schema/graphql/schema.ts';
import { codeError, type LogError } from './code-error.ts';
import { firstQuery } from './first-query.ts';
import { limitCost } from './limit-cost.ts';
import { limitDocument } from './limit-document.ts';
import { limits } from './limits.ts';

/** Where the API answers, in the cloud and on one machine. */
export const graphqlPath = '/graphql';

export interface GraphqlServerOptions extends GraphqlSources {
  readonly logError: LogError;
  /** Who sends a request, by its credentials; null for anyone else. Absent: everyone is the public. */
  readonly viewerOf?: ((request: Request) => Promise<Viewer | null>) | undefined;
  /** Absent: decisions cannot be stored. */
  readonly writeReview?: WriteReview | undefined;
  /** Writes GraphiQL's page. Without it the page fetches GraphiQL from a public CDN, which keeps the function small. */
  readonly renderGraphiQL?: RenderGraphiQL | undefined;
}

export type RenderGraphiQL = NonNullable<Parameters<typeof createYoga>[0]['renderGraphiQL']>;

/**
 * The GraphQL API with GraphiQL. Answers a fetch `Request` with `server.fetch(request)`, and is itself a listener for
 * `node:http`. Errors carry `extensions.code`: BAD_USER_INPUT, QUERY_TOO_LARGE, QUERY_TOO_DEEP, QUERY_TOO_COMPLEX,
 * GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_REQUEST, REQUEST_ENTITY_TOO_LARGE, INTERNAL.
 */
export function createGraphqlServer({ reader, rules, logError, renderGraphiQL, ...options }: GraphqlServerOptions) {
  const { viewerOf = thePublic, writeReview = refuseReviews } = options;
  return createYoga<object, GraphqlContext>({
    schema: graphqlSchema,
    context: async ({ request }) =>
      createGraphqlContext({
        ...{ reader, rules, writeReview, difference: recordDifference },
        viewer: await viewerOf(request),
      }),
    graphqlEndpoint: graphqlPath,
    graphiql: { title: 'Gongkai', defaultQuery: firstQuery },
    ...(renderGraphiQL && { renderGraphiQL }),
    landingPage: false,
    // Public data, read without credentials: any page may ask.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
    batching: false,
    multipart: false,
    maxRequestBodySize: limits.bodyBytes,
    maskedErrors: { maskError: (error) => codeError(error, logError) },
    plugins: [limitDocument(), limitCost()],
    logging: false,
  });
}

async function thePublic(): Promise<null> {
  return null;
}

const refuseReviews: WriteReview = async () => {
  throw new GraphQLError('Decisions cannot be stored here.', { extensions: { code: 'READ_ONLY' } });
};

export type GraphqlServer = ReturnType<typeof createGraphqlServer>;
