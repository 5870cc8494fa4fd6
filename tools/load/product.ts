import { z } from 'zod';
import { RunningStack } from '../../cli/running-stack.ts';
import { type Child, startChild } from '../child.ts';

/** What the product in a process of its own says when it has started. */
const StartedProduct = z.object({ pid: z.int(), env: z.record(z.string(), z.string()), running: RunningStack });
export type StartedProduct = z.infer<typeof StartedProduct>;

const Ports = z.object({ s3: z.int(), sqs: z.int(), dynamodb: z.int(), graphql: z.int() });

/** How the product is started: where its data are, what its ingest function has in its environment (null: it has none), and on which ports, 0 for any. */
export const ProductInput = z.object({
  dataDir: z.string(),
  ingestEnv: z.record(z.string(), z.string()).nullable(),
  ports: Ports.default({ s3: 0, sqs: 0, dynamodb: 0, graphql: 0 }),
  /** Seconds until a message that failed comes again. */
  retrySeconds: z.number().default(30),
});

/** Starts the product in a process of its own, so that its memory is its own and what loads it takes none of its thread. */
export async function startProductProcess(
  input: z.input<typeof ProductInput>,
): Promise<{ child: Child; product: StartedProduct }> {
  const child = await startChild(new URL('product-process.ts', import.meta.url), input);
  return { child, product: StartedProduct.parse(child.told) };
}
