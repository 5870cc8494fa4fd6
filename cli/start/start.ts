import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { exitCodes } from '../exit-codes.ts';
import { tell } from '../print.ts';
import { removeRunningStack, writeRunningStack } from '../running-stack.ts';
import { loadSamples } from './load-samples.ts';
import { type Product, startProduct } from './start-product.ts';
import { welcome } from './welcome.ts';

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
  });
  // Whoever reads where the stack runs may stop it at once.
  stopOnSignal(product, dataDir);
  await writeRunningStack(dataDir, product.running);
  if (options.samples) await loadSamples(product, dataDir);
  process.stdout.write(welcome(product.running, options.dataDir));
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
