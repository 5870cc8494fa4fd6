import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './handler.ts';

/** Lets a server of `node:http` give an answer that may be longer than memory; it is written no faster than it is taken. */
export async function serveExports(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const held = headers['if-none-match'];
  const request = new Request(new URL(url, 'http://localhost'), {
    method,
    ...(held === undefined ? {} : { headers: { 'if-none-match': held } }),
  });
  const response = await answer(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || method === 'HEAD') {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  // Node's own stream of the web and the one of the types are the same.
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
}
