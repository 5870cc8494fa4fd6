import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { download } from '../../../cli/download.ts';
import { listen, localHost, stop } from '../../../infra/local/listen.ts';

/** What a server of exports may do: have the file, still write it, refuse, or break off. */
const asked = { patience: 0 };
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/whole': (response) => response.end('全部'),
  '/later': (response) => {
    asked.patience += 1;
    if (asked.patience < 3) response.writeHead(202, { 'retry-after': '0.01' }).end('{"message":"wait"}');
    else response.writeHead(302, { location: '/whole' }).end();
  },
  '/none': (response) => response.writeHead(404).end('{"error":{"code":"NOT_FOUND","message":"Nothing is stored."}}'),
  '/broken': (response) => {
    response.write('a part');
    setTimeout(() => response.destroy(), 50);
  },
};

const server = createServer((request, response) => answers[request.url ?? '']?.(response));
let base: string;
let folder: string;
beforeAll(async () => {
  base = `http://${localHost}:${await listen(server, { service: 'exports', port: 0, option: '' })}`;
  folder = await mkdtemp(join(tmpdir(), 'gongkai-download-'));
});
afterAll(async () => {
  await stop(server);
  await rm(folder, { recursive: true });
});

it('saves a file', async () => {
  await download(new URL('/whole', base), join(folder, 'whole.csv'));
  expect(await readFile(join(folder, 'whole.csv'), 'utf8')).toBe('全部');
});

it('asks again while the file is being written, and follows where it is', async () => {
  await download(new URL('/later', base), join(folder, 'later.csv'));
  expect(await readFile(join(folder, 'later.csv'), 'utf8')).toBe('全部');
  expect(asked.patience).toBe(3);
});

it('says why there is none, and leaves nothing of a file that broke off', async () => {
  await expect(download(new URL('/none', base), join(folder, 'none.csv'))).rejects.toThrow('Nothing is stored.');
  await expect(download(new URL('/broken', base), join(folder, 'broken.csv'))).rejects.toThrow();
  expect((await readdir(folder)).filter((name) => /none|broken/.test(name))).toEqual([]);
});
