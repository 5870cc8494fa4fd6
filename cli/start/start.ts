import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { exitCodes } from '../exit-codes.ts';
import { tell } from '../print.ts';
import { type RunningStack, removeRunningStack, writeRunningStack } from '../running-stack.ts';
import { loadSamples } from './load-samples.ts';
import { type Product, startProduct } from './start-product.ts';

/** What to do next, printed once everything is up. */
function welcome({ graphql, s3, sqs, dynamodb, bucket, token }: RunningStack, dataDir: string): string {
  return `
Gongkai is running.

  Explorer              ${new URL('/', graphql)}
  GraphQL and GraphiQL  ${graphql}
  S3                    ${s3}   bucket ${bucket}, documents under raw/
  SQS                   ${sqs}
  DynamoDB              ${dynamodb}
  Data                  ${dataDir}
  Changes by GraphQL    authorization: Bearer ${token}

Upload a report with the AWS CLI:
  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1 \\
    aws --endpoint-url ${s3} s3 cp report.html s3://${bucket}/raw/report.html

or with our own:
  npx gongkai upload --wait report.html

Stop with Ctrl-C.
`;
}

export interface StartOptions {
  readonly port: number;
  readonly s3Port: number;
  readonly sqsPort: number;
  readonly dynamodbPort: number;
  readonly dataDir: string;
  readonly samples: boolean;
}

/** Starts the product, loads the samples on the first start, says where everything is, and runs until a signal. */
export async function start(options: StartOptions): Promise<void> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const product = await startProduct({
    dataDir,
    explorer: true,
    graphqlPort: options.port,
    ports: { s3: options.s3Port, sqs: options.sqsPort, dynamodb: options.dynamodbPort },
    onProgress: tell,
    onFailure: (error) => stopFailed(error, dataDir),
  });
  // Whoever reads where the stack runs may stop it at once.
  stopOnSignal(product, dataDir);
  await writeRunningStack(dataDir, product.running);
  if (options.samples) await loadSamples(product, dataDir);
  process.stdout.write(welcome(product.running, options.dataDir));
}

/** Ends at once: what was answered is on the disk, and what was not ingested is ingested at the next start. */
function stopFailed({ message }: Error, dataDir: string): never {
  tell(`
Gongkai stops, for what it stores can no longer be written: ${message}
Make room on the disk of ${dataDir} and start again: every upload that was answered is kept.`);
  process.exit(exitCodes.failed);
}

/** Signals within this time are one: Ctrl-C reaches the process from the terminal and again from npm, in milliseconds. */
const oneSignalMs = 1_000;

/** How often to look whether the shell of npm is still there, in milliseconds. */
const lookMs = 500;

/**
 * A signal ends cleanly, another one later at once. Under `npm start` and `npx` a signal reaches npm and its shell, which end
 * without passing it on: that the shell is gone is the signal.
 */
function stopOnSignal(product: Product, dataDir: string): void {
  let first: number | null = null;
  const stop = async () => {
    tell('\nStopping…');
    await removeRunningStack(dataDir);
    await product.close();
    tell('Stopped. Everything is kept for the next start.');
  };
  const onSignal = () => {
    if (first !== null && Date.now() - first > oneSignalMs) process.exit(exitCodes.failed);
    if (first !== null) return;
    first = Date.now();
    void stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    onSignal();
  }, lookMs).unref();
}
