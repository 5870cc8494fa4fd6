import dynalite from 'dynalite';
import { listen, localHost, type PortRequest, stop } from './listen.ts';
import type { LocalService } from './s3-server.ts';

/** DynamoDB on LevelDB, kept in a folder. */
export async function startDynamoDb(directory: string, port: PortRequest): Promise<LocalService> {
  const server = dynalite({ path: directory, createTableMs: 0 });
  const taken = await listen(server, port);
  return { endpoint: `http://${localHost}:${taken}`, close: () => stop(server) };
}
