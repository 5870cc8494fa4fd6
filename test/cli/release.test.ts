import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeRelease } from '../../cli/release/make-release.ts';
import { createHandler, type ExportHandler } from '../../functions/export/handler.ts';
import { serveExports } from '../../functions/export/serve-exports.ts';
import { listen, localHost, stop } from '../../infra/local/listen.ts';
import { organ } from '../functions/graphql/agencies.ts';
import { fullVersion } from '../functions/graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../functions/graphql/stored-api.ts';

let api: StoredApi;
let handler: ExportHandler;
let folder: string;
let exports: URL;
/** What happens while a release is made, before a file is sent. */
let meanwhile: (path: string) => Promise<void>;
const server = createServer((request, response) => {
  void meanwhile(request.url ?? '').then(() => serveExports(handler.stream, request, response));
});
beforeAll(async () => {
  api = await startStoredApi();
  await api.store([2020, 2021].map((year) => fullVersion(organ('市教育局'), year)));
  handler = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
  folder = await mkdtemp(join(tmpdir(), 'gongkai-release-'));
  const port = await listen(server, { service: 'exports', port: 0, option: '' });
  exports = new URL(`http://${localHost}:${port}/export/`);
});
afterAll(async () => {
  await stop(server);
  handler.close();
  await api.close();
  await rm(folder, { recursive: true });
});

const release = (name: string, filter = '') =>
  makeRelease({
    ...{ name, publisher: 'A "newsroom"', created: '2026-01-31T00:00:00.000Z', exports },
    ...{ filter: new URLSearchParams(filter), folder: join(folder, name) },
  });
const textOf = (name: string, path: string) => readFile(join(folder, name, path), 'utf8');

it('is a data package whose files have the bytes it says, of what was asked for', async () => {
  meanwhile = async () => undefined;
  const files = await release('2026-01', 'year=2021');
  for (const { path, bytes, sha256 } of files) {
    const content = await readFile(join(folder, '2026-01', path));
    expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
  }
  const described = JSON.parse(await textOf('2026-01', 'datapackage.json'));
  expect(described).toMatchObject({
    ...{ name: 'gongkai-2026-01', version: '2026-01', created: '2026-01-31T00:00:00.000Z' },
    licenses: [{ name: 'CC0-1.0' }],
    contributors: [{ title: 'A "newsroom"', role: 'publisher' }, { title: 'Gongkai' }],
  });
  const panel = described.resources.find(({ name }: { name: string }) => name === 'panel');
  expect(panel.hash).toBe(`sha256:${files.find(({ path }) => path === 'panel.csv')?.sha256}`);
  expect(panel.schema.primaryKey).toEqual(['agency_id', 'year']);
  const rows = parse(await textOf('2026-01', 'panel.csv'), { bom: true, columns: true }) as { year: string }[];
  expect(rows.map(({ year }) => year)).toEqual(['2021']);
  expect(await textOf('2026-01', 'CITATION.cff')).toContain('- name: "A \\"newsroom\\""');
  const manifest = JSON.parse(await textOf('2026-01', 'manifest.json'));
  expect(manifest).toMatchObject({ name: '2026-01', filter: 'year=2021', files });
});

it('is the same again of the same data, and never made a second time under its name', async () => {
  meanwhile = async () => undefined;
  const [one, other] = [await release('one'), await release('other')];
  const dataOf = (files: typeof one) => files.filter(({ path }) => path.startsWith('panel'));
  expect(dataOf(one)).toEqual(dataOf(other));
  await expect(release('one')).rejects.toThrow(/is there already/);
});

it('is not made of two moments, and leaves nothing of one that failed', async () => {
  meanwhile = async (path) => {
    if (path.startsWith('/export/panel.dta')) await api.store([fullVersion(organ('市审计局'), 2021)]);
  };
  await expect(release('torn')).rejects.toThrow(/stored meanwhile/);
  expect((await readdir(folder)).filter((name) => name.startsWith('torn'))).toEqual([]);
});
