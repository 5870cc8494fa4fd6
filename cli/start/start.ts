import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
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
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  await writeRunningStack(dataDir, product.running);
  stopOnSignal(product, dataDir);
  if (options.samples) await loadSamples(product, dataDir);
  process.stdout.write(welcome(product.running, options.dataDir));
}

/** The first signal ends cleanly, a second one at once. */
function stopOnSignal(product: Product, dataDir: string): void {
  const stop = async () => {
    process.stderr.write('\nStopping…\n');
    await removeRunningStack(dataDir);
    await product.close();
    process.stderr.write('Stopped. Everything is kept for the next start.\n');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}
