import { Logger } from '@aws-lambda-powertools/logger';
import { type Env, readEnv } from '../../infra/aws/env.ts';
import type { Viewer } from '../../schema/graphql/context.ts';
import { ruleDescriptions } from '../../schema/law/rule-descriptions.generated.ts';
import { HttpEvent, type HttpResult, toRequest, toResult } from './http-event.ts';
import { createGraphqlServer, type GraphqlServer, type RenderGraphiQL } from './server.ts';
import { createStores, DevelopmentEnv, LogEnv } from './stores.ts';
import { viewerOfAuthorizer, viewerOfToken } from './viewer.ts';

/** The GraphQL function with its client. */
export interface GraphqlHandler {
  /** Answers an HTTP API event, payload version 2.0; throws for anything else. */
  handle(event: unknown): Promise<HttpResult>;
  /** The same API for a server on this machine: a listener for `node:http` that answers at `graphqlPath`. */
  readonly server: GraphqlServer;
  close(): void;
}

/** Wires the GraphQL function to the environment it is given. Throws where the environment is not complete. */
export function createHandler(env: Env, renderGraphiQL?: RenderGraphiQL): GraphqlHandler {
  const { LOG_LEVEL } = readEnv(LogEnv, env);
  const { DEVELOPMENT_TOKEN } = readEnv(DevelopmentEnv, env);
  const logger = new Logger({ serviceName: 'graphql', logLevel: LOG_LEVEL });
  const { close, ...stores } = createStores(env, logger);
  const viewers = new WeakMap<Request, Viewer>();
  const server = createGraphqlServer({
    ...stores,
    rules: ruleDescriptions,
    viewerOf: async (request) => viewers.get(request) ?? viewerOfToken(request, DEVELOPMENT_TOKEN),
    logError: (error) => logger.error('query failed', { error }),
    renderGraphiQL,
  });
  return {
    async handle(event) {
      const http = HttpEvent.parse(event);
      const request = toRequest(http);
      const { authorizer } = http.requestContext;
      const viewer = authorizer === undefined ? null : viewerOfAuthorizer(authorizer);
      if (viewer !== null) viewers.set(request, viewer);
      // Behind an HTTP API an answer goes out when the function has ended.
      return toResult(await server.fetch(request, { streams: false }));
    },
    server,
    close,
  };
}

let ready: GraphqlHandler | undefined;

/** The entry point on Lambda. The client is made with the first event and kept. */
export async function handler(event: unknown): Promise<HttpResult> {
  ready ??= createHandler(process.env);
  return ready.handle(event);
}
