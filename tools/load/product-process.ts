import { z } from 'zod';
import { startProduct } from '../../cli/start/start-product.ts';
import { childInput, tell } from '../child.ts';

const Ports = z.object({ s3: z.int(), sqs: z.int(), dynamodb: z.int(), graphql: z.int() });

/** The product in a process of its own, so that its memory is its own and what loads it takes none of its thread. */
const { dataDir, ingestEnv, ports, retrySeconds } = z
  .object({
    dataDir: z.string(),
    ingestEnv: z.record(z.string(), z.string()).nullable(),
    ports: Ports.default({ s3: 0, sqs: 0, dynamodb: 0, graphql: 0 }),
    retrySeconds: z.number().default(30),
  })
  .parse(childInput());
const options = { dataDir, graphqlPort: ports.graphql, ports, ingestEnv, retrySeconds };
const product = await startProduct({ ...options, onProgress: console.error });
tell({ pid: process.pid, env: product.stack.env, running: product.running }, () => product.close());
