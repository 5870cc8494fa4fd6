import { createServer, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveExports } from '../../../functions/export/serve-exports.ts';
import { listen, localHost, stop } from '../../../infra/local/listen.ts';

const text = 'agency,year\r\n'.repeat(1000);
const server = createServer((request, response) => {
  const type = request.url === '/panel.parquet' ? 'application/vnd.apache.parquet' : 'text/csv; charset=utf-8';
  const answer = async () => new Response(text, { headers: { 'content-type': type, etag: '"tag"' } });
  void serveExports(answer, request, response);
});
let port: number;
beforeAll(async () => {
  port = await listen(server, { service: 'exports', port: 0, option: '' });
});
afterAll(() => stop(server));

async function ask(path: string, headers: Record<string, string>) {
  const answer = await new Promise<IncomingMessage>((resolve) =>
    get({ host: localHost, port, path, headers }, resolve),
  );
  return { headers: answer.headers, body: await buffer(answer) };
}

it('packs text for whoever takes it packed, under a tag that is told apart', async () => {
  const packed = await ask('/panel.csv', { 'accept-encoding': 'br, gzip' });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', etag: 'W/"tag"' });
  expect(packed.body.length).toBeLessThan(text.length / 10);
  expect(gunzipSync(packed.body).toString()).toBe(text);
});

it('sends it as it is to others, and what is packed already to all', async () => {
  const plain = await ask('/panel.csv', {});
  expect(plain.headers).toMatchObject({ vary: 'accept-encoding', etag: '"tag"' });
  expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, text]);
  const parquet = await ask('/panel.parquet', { 'accept-encoding': 'gzip' });
  expect([parquet.headers['content-encoding'], parquet.body.toString()]).toEqual([undefined, text]);
});
