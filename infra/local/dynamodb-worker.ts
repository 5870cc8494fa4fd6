import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveDynamoDb } from './serve-dynamodb.ts';

/** The thread of `startDynamoDb`: says where it listens, serves until it is told to end, and then ends. */
const { directory, request } = z
  .object({ directory: z.string(), request: z.object({ service: z.string(), port: z.int(), option: z.string() }) })
  .parse(workerData);
const { endpoint, close } = await serveDynamoDb(directory, request);
parentPort?.once('message', () => void close());
parentPort?.postMessage(endpoint);
