import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { followIngestion } from '../../../cli/upload/follow-ingestion.ts';
import { listen, localHost, stop } from '../../../infra/local/listen.ts';

let server: Server;

afterEach(() => stop(server));

/** An API that gives these answers one after the other, and the last one for ever. */
async function apiAnswering(...answers: readonly string[]): Promise<string> {
  const left = [...answers];
  server = createServer((_request, response) => response.end(left.length > 1 ? left.shift() : left[0]));
  const port = await listen(server, { service: 'an API', port: 0, option: '--port' });
  return `http://${localHost}:${port}/graphql`;
}

test('an outcome is waited for while the API is busy, and while there is none', async () => {
  const members = [{ path: '年报/a.docx', outcome: 'published', findings: 0 }];
  const ingestion = { outcome: 'published', findings: 0, reasons: [], members };
  const api = await apiAnswering(
    '{"message":"Too Many Requests"}',
    '<html></html>',
    '{"data":{"ingestion":null}}',
    JSON.stringify({ data: { ingestion } }),
  );
  expect(await followIngestion(api, 'abc', { timeout: 60_000, pause: 1 })).toEqual(ingestion);
});

test('where none comes the error says what the API answered last, and how to ask later', async () => {
  const api = await apiAnswering('{"message":"Not Found"}');
  await expect(followIngestion(api, 'abc', { timeout: 50, pause: 1 })).rejects.toThrow(
    /query ingestion\(id: "abc"\)\. Last answer: \{"message":"Not Found"\}/,
  );
});
