import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTableKeeper } from '../../../cli/start/keep-tables.ts';
import { createHandler, type ExportHandler } from '../../../functions/export/handler.ts';
import { organ } from '../../functions/graphql/agencies.ts';
import { fullVersion } from '../../functions/graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../../functions/graphql/stored-api.ts';

let api: StoredApi;
let exports: ExportHandler;
let folder: string;
beforeAll(async () => {
  api = await startStoredApi();
  exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
  folder = await mkdtemp(path.join(tmpdir(), 'gongkai-keeper-'));
});
afterAll(async () => {
  exports.close();
  await api.close();
  await rm(folder, { recursive: true });
});

const keeping = (tables: string, told: string[]) => ({
  ...{ exports, folder: tables, everyMs: 50, onProgress: (line: string) => void told.push(line) },
  env: Object.fromEntries(Object.entries(api.env).filter((each): each is [string, string] => each[1] !== undefined)),
});
const file = (tables: string) => path.join(tables, 'panel/province=51/year=2020/panel.parquet');
const isThere = (name: string) =>
  stat(name).then(
    () => true,
    () => false,
  );
async function until(test: () => Promise<boolean>): Promise<void> {
  while (!(await test())) await setTimeout(20);
}

it('tables follow what is stored, and are written by nobody once they are closed', async () => {
  const tables = path.join(folder, 'tables');
  await api.store([fullVersion(organ('市教育局'), 2020)]);
  const told: string[] = [];
  const keeper = startTableKeeper(keeping(tables, told));
  await until(() => isThere(`${file(tables)}.digest`));
  const before = await readFile(`${file(tables)}.digest`, 'utf8');
  await api.store([fullVersion(organ('市审计局'), 2020)]);
  await until(async () => (await readFile(`${file(tables)}.digest`, 'utf8').catch(() => before)) !== before);
  await keeper.close();
  const after = await readFile(`${file(tables)}.digest`, 'utf8');
  await api.store([fullVersion(organ('市民政局'), 2020)]);
  await setTimeout(300);
  expect(await readFile(`${file(tables)}.digest`, 'utf8')).toBe(after);
  expect(told).toEqual([]);
});

it('a folder that cannot be written is told of, and looked at again', async () => {
  const taken = path.join(folder, 'taken');
  await writeFile(taken, 'a file in the place of the folder');
  const told: string[] = [];
  const keeper = startTableKeeper(keeping(taken, told));
  await until(async () => told.length > 1);
  expect(told[0]).toMatch(/^The tables in .+ are not up to date: /);
  await rm(taken);
  await until(() => isThere(`${file(taken)}.digest`));
  await keeper.close();
});
