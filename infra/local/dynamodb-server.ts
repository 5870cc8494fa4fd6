import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import { type LocalService, listen, type PortRequest, stop } from './listen.ts';

/**
 * DynamoDB, kept in a folder and served by a thread of its own: a server, the client that asks it and what they work for keep one
 * thread busy from end to end. `onFailure` is told when it can serve no longer: its database, once a write has failed because the disk
 * is full, takes no other until it is opened again. Throws `PortInUse`.
 */
export async function startDynamoDb(
  directory: string,
  request: PortRequest,
  onFailure: (error: Error) => void,
): Promise<LocalService> {
  const trial = createServer();
  const port = await listen(trial, request);
  await stop(trial);
  await mkdir(directory, { recursive: true });
  const workerData = { directory, request: { ...request, port } };
  const thread = new Worker(new URL('dynamodb-worker.ts', import.meta.url), { workerData, execArgv: [] });
  const [endpoint] = (await once(thread, 'message')) as [string];
  thread.once('error', onFailure);
  return {
    endpoint,
    async close() {
      const ended = once(thread, 'exit');
      thread.postMessage('end');
      await ended;
    },
  };
}
