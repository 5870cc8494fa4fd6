import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createHandler as createExport, type ExportHandler } from '../../functions/export/handler.ts';
import { serveExports } from '../../functions/export/serve-exports.ts';
import { createHandler as createGraphql } from '../../functions/graphql/handler.ts';
import { graphqlPath } from '../../functions/graphql/server.ts';
import { createHandler as createIngest } from '../../functions/ingest/handler.ts';
import { apiPaths } from '../../infra/aws/api.ts';
import type { Env } from '../../infra/aws/env.ts';
import { listen, localHost, stop } from '../../infra/local/listen.ts';
import type { LocalPorts } from '../../infra/local/local-aws.ts';
import { type LocalStack, startLocalStack } from '../../infra/local/local-stack.ts';
import { buildSite } from '../../infra/site.ts';
import { exportRoot } from '../../schema/record/exports/export-kind.ts';
import type { RunningStack } from '../running-stack.ts';
import { startTableKeeper, type TableKeeper } from './keep-tables.ts';
import { serveSite } from './site.ts';

export interface ProductOptions {
  readonly dataDir: string;
  readonly graphqlPort: number;
  readonly ports: LocalPorts;
  readonly onProgress: (line: string) => void;
  /** Told when a service can serve no longer. Absent: it is thrown, and ends the process. */
  readonly onFailure?: (error: Error) => void;
  /** Settings of the ingest function beside those of the stack; null where it runs elsewhere, and messages stay in the queue. */
  readonly ingestEnv?: Env | null;
  /** Seconds until a message that failed is delivered again. Absent: 30. */
  readonly retrySeconds?: number;
  /** Whether the explorer is served at `/`; it is built when there is no build of its present sources. */
  readonly explorer?: boolean;
}

/** The product running in this process. */
export interface Product {
  readonly running: RunningStack;
  readonly stack: LocalStack;
  close(): Promise<void>;
}

/** Starts the embedded AWS, the ingest function on its queue, and GraphQL over HTTP. Throws `PortInUse`. */
export async function startProduct({
  dataDir,
  graphqlPort,
  ports,
  onProgress,
  onFailure,
  ingestEnv = {},
  retrySeconds,
  explorer = false,
}: ProductOptions): Promise<Product> {
  const quiet = { LOG_LEVEL: process.env.LOG_LEVEL ?? 'WARN' };
  // Here queries and the services themselves grow in the same process: the worker's own limits hold, not the process's.
  const ownIngest = (env: Env) => createIngest({ PARSE_GROWTH_MB: '2048', ...env, ...quiet, ...ingestEnv });
  let exports: ExportHandler | undefined;
  const onWanted = (notification: string) =>
    void exports?.handle(JSON.parse(notification)).catch((error: unknown) => onProgress(`An export failed: ${error}`));
  const stack = await startLocalStack({
    ...{ dataDir, ports, onProgress, onWanted },
    ...(onFailure === undefined ? {} : { onFailure }),
    ...(retrySeconds === undefined ? {} : { retrySeconds }),
    ...(ingestEnv === null ? {} : { createIngest: ownIngest }),
  });
  try {
    const token = randomUUID();
    const site = explorer ? serveSite(await buildSite(), stack.endpoints.s3) : redirectToGraphql;
    const served = { env: { ...stack.env, ...quiet, DEVELOPMENT_TOKEN: token }, port: graphqlPort, site };
    const tables = (handler: ExportHandler) => {
      exports = handler;
      const folder = path.join(dataDir, 'tables');
      return startTableKeeper({ exports: handler, env: { ...stack.env, ...quiet }, folder, onProgress });
    };
    const { url, close } = await serveHttp(served, tables);
    return {
      running: {
        ...{ graphql: url, ...stack.endpoints, bucket: stack.bucket },
        ...{ queueUrl: stack.queueUrl, deadLetterUrl: stack.deadLetterUrl, tableName: stack.tableName },
        token,
      },
      stack,
      async close() {
        await close();
        await stack.close();
      },
    };
  } catch (error) {
    await stack.close();
    throw error;
  }
}

const redirectToGraphql: RequestListener = (_request, response) => {
  response.writeHead(302, { location: graphqlPath }).end();
};

interface Served {
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  readonly site: RequestListener;
}

/** GraphQL and exports at the paths that they have in the cloud, the explorer everywhere else. */
async function serveHttp({ env, port, site }: Served, keepTables: (exports: ExportHandler) => TableKeeper) {
  const graphql = createGraphql(env, renderGraphiQL);
  const exports = createExport(env);
  const server: Server = createServer((request, response) => {
    const asked = request.url?.split('?', 1)[0] ?? '/';
    if (asked.startsWith(exportRoot)) serveExports(exports.stream, request, response).catch(() => response.destroy());
    else if (asked === apiPaths.open || asked === apiPaths.authorised) {
      // Who calls is told by the token, on either path.
      request.url = request.url?.replace(asked, graphqlPath);
      void graphql.server(request, response);
    } else site(request, response);
  });
  const bound = await listen(server, { service: 'GraphQL', port, option: '--port' });
  const keeper = keepTables(exports);
  return {
    url: `http://${localHost}:${bound}${graphqlPath}`,
    async close() {
      await stop(server);
      await keeper.close();
      graphql.close();
      exports.close();
    },
  };
}
