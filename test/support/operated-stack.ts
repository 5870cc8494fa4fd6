import { localTarget, type Target } from '../../cli/target.ts';
import { createHandler } from '../../functions/ingest/handler.ts';
import type { Env } from '../../infra/aws/env.ts';
import type { LocalStack } from '../../infra/local/local-stack.ts';
import { startTestAws, type TestAws } from './local-aws.ts';

const parseWorker = new URL('./json-parse-worker.ts', import.meta.url).href;

/** An embedded stack that ingests, or whose messages stay in the queue, as operations see it. */
export interface OperatedStack {
  readonly aws: TestAws;
  readonly target: Target;
}

/** Starts one. Its documents are records as JSON (`documentOf`), and it has no API. */
export async function startOperatedStack({ ingesting }: { readonly ingesting: boolean }): Promise<OperatedStack> {
  const createIngest = (env: Env) => createHandler({ ...env, PARSE_WORKER: parseWorker, LOG_LEVEL: 'SILENT' });
  const aws = await startTestAws(ingesting ? { createIngest } : {});
  return { aws, target: targetOf(aws.stack) };
}

function targetOf({ endpoints, bucket, queueUrl, deadLetterUrl, tableName }: LocalStack): Target {
  return localTarget({
    ...endpoints,
    graphql: 'http://127.0.0.1:1/graphql',
    bucket,
    queueUrl,
    deadLetterUrl,
    tableName,
    token: '',
  });
}
