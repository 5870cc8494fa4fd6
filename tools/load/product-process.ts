import { z } from 'zod';
import { startProduct } from '../../cli/start/start-product.ts';
import { childInput, tell } from '../child.ts';

/** The product in a process of its own, so that its memory is its own and what loads it takes none of its thread. */
const { dataDir, ingestEnv } = z
  .object({ dataDir: z.string(), ingestEnv: z.record(z.string(), z.string()) })
  .parse(childInput());
const ports = { s3: 0, sqs: 0, dynamodb: 0 };
const product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: console.error, ingestEnv });
tell({ pid: process.pid, env: product.stack.env, running: product.running }, () => product.close());
