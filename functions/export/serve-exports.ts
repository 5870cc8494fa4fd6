import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
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
  const isPacked = mayPack(response) && /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  if (mayPack(response)) response.headers.set('vary', 'accept-encoding');
  if (isPacked) packedHeaders(response.headers);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || method === 'HEAD') {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  // Node's own stream of the web and the one of the types are the same.
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  await (isPacked ? pipeline(body, createGzip(), outgoing) : pipeline(body, outgoing));
}

/** Text becomes a tenth of its size; Parquet and workbooks are packed already. */
function mayPack({ status, headers }: Response): boolean {
  return (
    status === 200 && /^(?:text\/|application\/(?:json|x-ndjson|atom|x-stata))/.test(headers.get('content-type') ?? '')
  );
}

/** The bytes are others, and what they say is the same: the tag of a packed answer is a weak one (RFC 9110, 8.8.1). */
function packedHeaders(headers: Headers): void {
  headers.set('content-encoding', 'gzip');
  const etag = headers.get('etag');
  if (etag !== null) headers.set('etag', `W/${etag}`);
}
