import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '../aws/env.ts';
import { type Closers, createClosers } from './closers.ts';
import { type EventHandler, startIngestLoop } from './ingest-loop.ts';
import { defaultPorts, type LocalAws, type LocalEnv, type LocalPorts, startLocalAws } from './local-aws.ts';
import { depth } from './queues.ts';
import { versionsNotIngested } from './recover.ts';
import { creationMessage } from './s3/object-version.ts';

/** The ingest function, as `createHandler` makes it. */
interface IngestFunction {
  readonly handle: EventHandler;
  close(): Promise<void>;
}

export interface LocalStackOptions {
  /** Where everything is kept between runs. */
  readonly dataDir: string;
  /** Ports to listen on instead of the usual ones; 0 takes any that is free. */
  readonly ports?: Partial<LocalPorts>;
  /** Makes the ingest function for the stack's environment. Without it messages stay in the queue. */
  readonly createIngest?: (env: Env) => IngestFunction;
  /** Told, with the notification of the bucket, of each export that is wanted. Absent: nobody writes any. */
  readonly onWanted?: (notification: string) => void;
  /** How long a message that failed waits before it is delivered again, in seconds. */
  readonly retrySeconds?: number;
  /** Told, in a line of English, what has been started, found again, or has failed. */
  readonly onProgress?: (line: string) => void;
  /** Told when a service can serve no longer. Absent: it is thrown, and ends the process. */
  readonly onFailure?: (error: Error) => void;
}

export interface LocalStack {
  readonly endpoints: { readonly s3: string; readonly sqs: string; readonly dynamodb: string };
  readonly bucket: string;
  readonly queueUrl: string;
  readonly deadLetterUrl: string;
  readonly tableName: string;
  /** The environment in which functions and AWS tools find the stack. */
  readonly env: LocalEnv;
  /** Waits until the queue is empty: what was uploaded before is ingested, or in the dead-letter queue. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const usualRetrySeconds = 30;
const idlePollMs = 20;

/**
 * Brings up the embedded AWS of one machine with the ingest function behind its queue. Uploads that were not ingested
 * when the stack last ended, however it ended, are queued again. Throws `FolderInUse`, `PortInUse`.
 */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const closers = createClosers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function start(options: LocalStackOptions, closers: Closers): Promise<LocalStack> {
  const { dataDir, createIngest, retrySeconds = usualRetrySeconds, onProgress = () => undefined } = options;
  const { onFailure = thrown, onWanted } = options;
  const ports = { ...defaultPorts, ...options.ports };
  const aws = await startLocalAws(
    { dataDir, ports, retrySeconds, onFailure, ...(onWanted === undefined ? {} : { onWanted }) },
    closers,
  );
  const { env, queue } = aws;
  onProgress(
    `S3 ${env.AWS_ENDPOINT_URL_S3}  SQS ${env.AWS_ENDPOINT_URL_SQS}  DynamoDB ${env.AWS_ENDPOINT_URL_DYNAMODB}`,
  );
  const recovered = await requeue(aws);
  if (recovered > 0) onProgress(`${recovered} uploads of an earlier run are queued again`);
  if (createIngest) runIngest(createIngest(env), aws, { closers, onProgress });
  return {
    endpoints: { s3: env.AWS_ENDPOINT_URL_S3, sqs: env.AWS_ENDPOINT_URL_SQS, dynamodb: env.AWS_ENDPOINT_URL_DYNAMODB },
    bucket: env.BUCKET_NAME,
    queueUrl: env.QUEUE_URL,
    deadLetterUrl: env.DEAD_LETTER_URL,
    tableName: env.TABLE_NAME,
    env,
    async idle() {
      while ((await depth(queue.sqs, env.QUEUE_URL)) > 0) await sleep(idlePollMs);
    },
    close: () => closers.closeAll(),
  };
}

function thrown(error: Error): never {
  throw error;
}

interface Surroundings {
  readonly closers: Closers;
  readonly onProgress: (line: string) => void;
}

function runIngest(ingest: IngestFunction, { env, queue }: LocalAws, { closers, onProgress }: Surroundings): void {
  closers.add(() => ingest.close());
  const onError = (error: unknown) => onProgress(`The ingest loop failed and goes on: ${String(error)}`);
  const loop = startIngestLoop({ sqs: queue.sqs, queueUrl: env.QUEUE_URL, handle: ingest.handle, onError });
  closers.add(() => loop.close());
}

async function requeue({ env, s3, queue, dynamo }: LocalAws): Promise<number> {
  const table = { dynamo, tableName: env.TABLE_NAME };
  const missed = await versionsNotIngested(table, s3.versions());
  for (const version of missed) await queue.tell(creationMessage(version, 'Put'));
  return missed.length;
}
