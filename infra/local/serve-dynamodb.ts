import { AbstractKeyIterator, AbstractValueIterator } from 'abstract-level';
import dynalite from 'dynalite';
import { type LocalService, listen, localHost, type PortRequest, stop } from './listen.ts';

/** DynamoDB on LevelDB, kept in a folder, in this thread. The port must be free: the database is closed only if it has listened. */
export async function serveDynamoDb(directory: string, request: PortRequest): Promise<LocalService> {
  closeIterators();
  const server = dynalite({ path: directory, createTableMs: 0 });
  const port = await listen(server, request);
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
