import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type ExportHandler } from '../../../functions/export/handler.ts';
import { createS3Client } from '../../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { createTableFiles, tablesPrefix } from '../../../infra/aws/table-files.ts';
import { createTableFolder } from '../../../infra/local/table-folder.ts';
import { type Partition, partitionOf, partitionPath } from '../../../schema/record/exports/kept-table.ts';
import { organ } from '../graphql/agencies.ts';
import { fullVersion } from '../graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../graphql/stored-api.ts';

let api: StoredApi;
let exports: ExportHandler;
let folder: string;
beforeAll(async () => {
  api = await startStoredApi();
  for (const sample of ['neijiang-2020.txt', 'yingkou-2020.txt']) await api.storeSample(sample, '2021-04-01T00:00:00Z');
  await api.store([fullVersion(organ('市教育局'), 2021)]);
  exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
  folder = await mkdtemp(path.join(tmpdir(), 'gongkai-tables-'));
});
afterAll(async () => {
  exports.close();
  await api.close();
  await rm(folder, { recursive: true });
});

const paths = (partitions: readonly Partition[]) => partitions.map(partitionPath);
const all = [
  'panel/province=51/year=2021/panel.parquet',
  'figures/province=51/year=2021/figures.parquet',
  'panel/province=21/year=2020/panel.parquet',
  'figures/province=21/year=2020/figures.parquet',
  'panel/province=51/year=2020/panel.parquet',
  'figures/province=51/year=2020/figures.parquet',
];
const rowsAt = async (file: string) => parquetReadObjects({ file: await asyncBufferFromFile(path.join(folder, file)) });

describe('tables kept in a folder', () => {
  it('have a file for each province and year, newest first, with the rows of the panel', async () => {
    const kept = await exports.keepTables(createTableFolder(folder));
    expect([paths(kept.written), paths(kept.removed), kept.unchanged]).toEqual([all, [], 0]);
    const [row] = await rowsAt('panel/province=51/year=2020/panel.parquet');
    expect(row).toMatchObject({ agency: '内江市人民政府', year: 2020, app_new_total: 224 });
    const figures = await rowsAt('figures/province=51/year=2020/figures.parquet');
    expect(figures.find(({ variable }) => variable === 'app_new_total')).toMatchObject({ value: 224, raw: '224' });
  });

  it('are written again only where something has changed', async () => {
    const files = createTableFolder(folder);
    expect(await exports.keepTables(files)).toEqual({ written: [], removed: [], unchanged: all.length, left: 0 });
    await api.store([fullVersion(organ('市卫生健康委员会'), 2021)]);
    expect(paths((await exports.keepTables(files)).written)).toEqual(all.slice(0, 2));
    expect(await rowsAt(all[0] ?? '')).toHaveLength(2);
    const source = { title: '示例', url: null, publishedOn: null };
    const said = { divisionCode: '210800', year: 2020, measure: 'organs', value: 7, raw: '7', unit: '个' } as const;
    await api.storeDenominators([{ ...said, source, recordedAt: '2026-01-01T00:00:00.000Z' }]);
    expect(paths((await exports.keepTables(files)).written)).toEqual(all.slice(2, 4));
  });

  it('are not touched where they may not be written now, and then are made good', async () => {
    await api.store([fullVersion(organ('市农业农村局'), 2021)]);
    const files = createTableFolder(folder);
    const kept = await exports.keepTables(files, { mayWrite: () => false });
    expect([kept.written, kept.left]).toEqual([[], 2]);
    expect(await rowsAt(all[0] ?? '')).toHaveLength(2);
    expect((await exports.keepTables(files)).written).toHaveLength(2);
  });

  it('lose the file of a year of which nothing is left, and leave what is no file of theirs', async () => {
    const files = createTableFolder(folder);
    const gone = { table: 'panel', province: '51', year: 2015 } as const;
    async function* nothing() {
      yield new Uint8Array(1);
    }
    await files.write(gone, 'of nothing', nothing());
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    expect(paths((await exports.keepTables(files)).removed)).toEqual([partitionPath(gone)]);
    expect(await readdir(path.join(folder, 'panel/province=51/year=2015'))).toEqual([]);
    expect(await readdir(folder)).toContain('notes.txt');
  });

  it('keep the file that was there where writing one fails, and write it the next time', async () => {
    const files = createTableFolder(folder);
    const partition = { table: 'panel', province: '51', year: 2021 } as const;
    const before = await rowsAt(partitionPath(partition));
    async function* broken() {
      yield new Uint8Array(1);
      throw new Error('cut off');
    }
    await expect(files.write(partition, 'another', broken())).rejects.toThrow('cut off');
    expect(await rowsAt(partitionPath(partition))).toEqual(before);
    expect((await exports.keepTables(files)).written).toEqual([]);
  });
});

describe('tables kept in the bucket', () => {
  it('are brought up to date when the clock says so, with the same bytes as in a folder', async () => {
    const s3 = createS3Client(readEnv(AwsEnv, api.env));
    const bucket = api.env.BUCKET_NAME ?? '';
    const files = createTableFiles(s3, bucket);
    expect(await files.list()).toEqual([]);
    await exports.handle({ keep: 'tables' });
    expect(paths(await files.list()).toSorted()).toEqual(all.toSorted());
    const Key = `${tablesPrefix}${all[4]}`;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const file = new Uint8Array((await Body?.transformToByteArray()) ?? []).buffer;
    expect(await parquetReadObjects({ file })).toEqual(await rowsAt(all[4] ?? ''));
    expect((await exports.keepTables(files)).unchanged).toBe(all.length);
    await files.remove({ table: 'panel', province: '51', year: 2020 });
    expect(paths((await exports.keepTables(files)).written)).toEqual([all[4]]);
    s3.destroy();
  });
});

it.each([
  'panel/province=5/year=2020/panel.parquet',
  'panel/province=51/year=2020/figures.parquet',
  '../panel.parquet',
])('no partition is at %s', (name) => expect(partitionOf(name)).toBeNull());
