import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AbstractKeyIterator, AbstractValueIterator } from 'abstract-level';
import dynalite from 'dynalite';
import { type LocalService, listen, localHost, type PortRequest, stop } from './listen.ts';

/**
 * DynamoDB on LevelDB, kept in a folder. The port is tried first: the server opens its database when it is made, and
 * closes it only if it has listened.
 */
export async function startDynamoDb(directory: string, request: PortRequest): Promise<LocalService> {
  closeIterators();
  const trial = createServer();
  const port = await listen(trial, request);
  await stop(trial);
  await mkdir(directory, { recursive: true });
  const server = dynalite({ path: directory, createTableMs: 0 });
  await listen(server, { ...request, port });
  return { endpoint: `http://${localHost}:${port}`, close: () => stop(server) };
}

/**
 * The server ends a walk over its database by `return`, which iterators of LevelDB do not have: so none was ever closed, each
 * kept the blocks it had read, and memory grew with every query.
 */
function closeIterators(): void {
  for (const kind of [AbstractKeyIterator, AbstractValueIterator]) {
    Object.assign(kind.prototype, {
      return(this: { close(): Promise<void> }) {
        return this.close();
      },
    });
  }
}
