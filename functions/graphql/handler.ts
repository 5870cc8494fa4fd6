import { Logger } from '@aws-lambda-powertools/logger';
import { createDynamoClient } from '../../infra/aws-clients.ts';
import { type Env, readEnv } from '../../infra/env.ts';
import { createRecordReader } from '../../infra/records/record-reader.ts';
import { describedRules } from '../../parser/rules/described-rules.ts';
import { GraphqlEnv } from './env.ts';
import { HttpEvent, type HttpResult, toRequest, toResult } from './http-event.ts';
import { createGraphqlServer, type GraphqlServer, type RenderGraphiQL } from './server.ts';
import { createReviewWriter } from './write-review.ts';

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
  const settings = readEnv(GraphqlEnv, env);
  const logger = new Logger({ serviceName: 'graphql', logLevel: settings.LOG_LEVEL });
  const dynamo = createDynamoClient(settings);
  const table = { dynamo, tableName: settings.TABLE_NAME };
  const server = createGraphqlServer({
    reader: createRecordReader(table),
    rules: describedRules,
    writeReview: createReviewWriter(table),
    logError: (error) => logger.error('query failed', { error }),
    renderGraphiQL,
  });
  return {
    handle: async (event) => toResult(await server.fetch(toRequest(HttpEvent.parse(event)))),
    server,
    close: () => dynamo.destroy(),
  };
}

let ready: GraphqlHandler | undefined;

/** The entry point on Lambda. The client is made with the first event and kept. */
export async function handler(event: unknown): Promise<HttpResult> {
  ready ??= createHandler(process.env);
  return ready.handle(event);
}
