import { z } from 'zod';
import { createHandler } from '../../functions/ingest/handler.ts';
import { createSqsClient } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { startIngestLoop } from '../../infra/local/ingest-loop.ts';
import { childInput, tell } from '../child.ts';

/** One of several ingest functions that run at once, in a process of its own that may be killed, with a clock that may be wrong. */
const { env, clockOffMs } = z
  .object({ env: z.record(z.string(), z.string()), clockOffMs: z.number() })
  .parse(childInput());
const now = Date.now;
Date.now = () => now() + clockOffMs;

const sqs = createSqsClient(readEnv(AwsEnv, env));
const ingest = createHandler({ ...env, LOG_LEVEL: 'SILENT' });
// What fails is what the run is about: the queue delivers it again, and the judge looks at the end.
const loop = startIngestLoop({ sqs, queueUrl: env.QUEUE_URL ?? '', handle: ingest.handle, onError: () => undefined });
tell({ pid: process.pid }, async () => {
  await loop.close();
  await ingest.close();
  sqs.destroy();
});
