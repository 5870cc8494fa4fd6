import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type ExportHandler } from '../../functions/export/handler.ts';
import { createTableFolder } from '../../infra/local/table-folder.ts';
import { organ } from '../functions/graphql/agencies.ts';
import { fullVersion } from '../functions/graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../functions/graphql/stored-api.ts';

type Row = Readonly<Record<string, unknown>>;

let api: StoredApi;
let exports: ExportHandler;
let dataDir: string;
let connection: DuckDBConnection;
let questions: readonly { readonly question: string; readonly sql: string }[];
let panel: readonly Record<string, string>[];

beforeAll(async () => {
  api = await startStoredApi();
  for (const sample of ['neijiang-2020.txt', 'yingkou-2020.txt', 'gongjing-2018.txt'])
    await api.storeSample(sample, '2021-04-01T00:00:00Z');
  const years = [2020, 2021, 2022].map((year) => fullVersion(organ('内江市教育局'), year));
  await api.store(
    years.map(({ head, ...version }) => ({ ...version, head: { ...head, scope: 'organ', outcome: 'published' } })),
  );
  const source = { title: '示例', url: null, publishedOn: null };
  const said = { divisionCode: '511000', year: 2020, measure: 'residentPopulation', raw: '100', unit: '万人' } as const;
  await api.storeDenominators([{ ...said, value: 1_000_000, source, recordedAt: '2026-01-01T00:00:00.000Z' }]);
  exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
  dataDir = await mkdtemp(path.join(tmpdir(), 'gongkai-sql-'));
  await exports.keepTables(createTableFolder(path.join(dataDir, 'tables')));
  const response = await exports.stream(new Request('http://localhost/export/panel.csv'));
  panel = parse(await response.text(), { bom: true, columns: true });
  const guide = await readFile('docs/sql.md', 'utf8');
  const [views, ...asked] = [...guide.matchAll(/(?:\n\n([^\n]+)\n\n)?```sql\n(.+?)```/gs)].map(
    ([, question = '', sql = '']) => ({ question, sql }),
  );
  questions = asked;
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const view of (views?.sql ?? '').split(';').filter((each) => each.trim() !== ''))
    await connection.run(view.replaceAll('.gongkai/', `${dataDir}/`));
});
afterAll(async () => {
  connection.closeSync();
  exports.close();
  await api.close();
  await rm(dataDir, { recursive: true });
});

async function ask(begin: string): Promise<readonly Row[]> {
  const found = questions.filter(({ question }) => question.startsWith(begin));
  expect(found, begin).toHaveLength(1);
  const reader = await connection.runAndReadAll(found[0]?.sql ?? '');
  return reader.getRowObjectsJson();
}

const numberOf = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));
const sumOf = (rows: readonly Record<string, string>[], name: string) =>
  rows.reduce((sum, row) => sum + (numberOf(row[name]) ?? 0), 0);

it('the questions of the guide to the panel are asked of its file', async () => {
  const response = await exports.stream(new Request('http://localhost/export/panel.parquet'));
  const file = path.join(dataDir, 'panel.parquet');
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  const guide = await readFile('docs/panel.md', 'utf8');
  const blocks = [...guide.matchAll(/```sql\n(.+?)```/gs)].flatMap(([, sql = '']) => sql.split(';\n'));
  const asked = blocks.filter((sql) => sql.trim() !== '');
  expect(asked).toHaveLength(2);
  const answers = await Promise.all(
    asked.map(async (sql) => {
      const reader = await connection.runAndReadAll(sql.replaceAll("'panel.parquet'", `'${file}'`));
      return reader.getRowObjectsJson();
    }),
  );
  const counties = panel.filter(({ level }) => level === 'county');
  expect(answers[0]?.reduce((sum, { reports }) => sum + Number(reports), 0)).toBe(counties.length);
  const contradicting = panel.filter((row) => row.app_new_total_c !== '' && row.app_new_total !== row.app_new_total_c);
  expect(answers[1]).toHaveLength(contradicting.filter((row) => row.app_new_total !== '').length);
});

describe('the questions of the guide, asked of the files that the function writes', () => {
  it('are a dozen, and each has an answer', async () => {
    expect(questions).toHaveLength(12);
    const empty: string[] = [];
    for (const { question, sql } of questions) {
      const reader = await connection.runAndReadAll(sql);
      if (reader.currentRowCount === 0) empty.push(question);
    }
    expect(empty).toEqual([]);
  });

  it('count every report once', async () => {
    const rows = await ask('How many reports are there');
    expect(rows.reduce((sum, { reports }) => sum + Number(reports), 0)).toBe(panel.length);
  });

  it('sum what organs themselves received', async () => {
    for (const { year, received, known, reports } of await ask('How many applications did organs themselves')) {
      const own = panel.filter(
        (row) =>
          row.year === String(year) && ['organ', 'ownLevel'].includes(row.scope ?? '') && row.outcome === 'published',
      );
      expect([Number(reports), Number(known)]).toEqual([
        own.length,
        own.filter((row) => row.app_new_total !== '').length,
      ]);
      expect(Number(received ?? 0)).toBe(sumOf(own, 'app_new_total'));
    }
  });

  it('tell reasons of refusal, and of how many reports they are known', async () => {
    const rows = await ask('Why is information refused');
    const secret = rows.find(({ reason }) => reason === 'state secret');
    expect([Number(secret?.cases), Number(secret?.known)]).toEqual([
      sumOf(panel, 'app_ref_secret_total'),
      panel.filter((row) => row.app_ref_secret_total !== '').length,
    ]);
  });

  it('name the residents that a rate is of, with their source', async () => {
    expect(await ask('How many applications come for 100,000')).toEqual([
      expect.objectContaining({ agency: '内江市人民政府', m_app_per_100k: 22.4, pop_resident_source: '示例' }),
    ]);
  });

  it('compare a year with the one before it alone', async () => {
    for (const { agency, year, change } of await ask('How did applications change')) {
      const of = (wanted: number) =>
        numberOf(panel.find((row) => row.agency === agency && row.year === String(wanted))?.app_new_total);
      expect(Number(change)).toBe((of(Number(year)) ?? 0) - (of(Number(year) - 1) ?? 0));
    }
  });

  it('lead to the place of every figure in doubt', async () => {
    for (const row of await ask('Which figures are in doubt')) expect(String(row.sha256)).toMatch(/^[0-9a-f]{64}$/);
  });
});
