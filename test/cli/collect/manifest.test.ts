import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openManifest } from '../../../cli/collect/manifest.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-manifest-'));
});

afterEach(() => rm(folder, { recursive: true }));

const document = {
  ...{ url: 'https://a.cn/a.html', file: 'a.cn/1-a.html', publishedOn: '', agency: '某局,"甲"', redirectedTo: '' },
  ...{ fetchedAt: '2026-01-05T00:00:00.000Z', linkedFrom: '', mediaType: 'text/html', charset: 'GBK' },
};

it('knows again what was kept, byte by byte', async () => {
  const bytes = Uint8Array.of(0xc4, 0xea, 0xb1, 0xa8);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = await (await openManifest(folder)).keep(document, bytes);
  const manifest = await openManifest(folder);
  expect(manifest.get(document.url)).toEqual(kept);
  expect(kept).toEqual({ ...document, bytes: '4', sha256 });
  expect(new Uint8Array(await manifest.read(document.file))).toEqual(bytes);
  expect(manifest.get('https://a.cn/b.html')).toBeUndefined();
});

it('takes back a line that was cut off while it was written', async () => {
  await (await openManifest(folder)).keep(document, Buffer.from('a'));
  await appendFile(join(folder, 'manifest.csv'), 'https://a.cn/b.html,a.cn/2-b');
  const manifest = await openManifest(folder);
  expect(manifest.get('https://a.cn/b.html')).toBeUndefined();
  await manifest.keep({ ...document, url: 'https://a.cn/c.html' }, Buffer.from('c'));
  const again = await openManifest(folder);
  expect(again.get(document.url)).toBeDefined();
  expect(again.get('https://a.cn/c.html')).toBeDefined();
  expect((await readFile(join(folder, 'manifest.csv'), 'utf8')).split('\n')).toHaveLength(4);
});

it('does not write into a table of something else', async () => {
  await writeFile(join(folder, 'manifest.csv'), 'name,type\na,b\n');
  await expect(openManifest(folder)).rejects.toThrow('manifest.csv is no manifest of gongkai collect.');
});
