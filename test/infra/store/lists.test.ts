import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import type { Ingestion } from '../../../schema/record/ingestion.ts';
import { InvalidCursor } from '../../../schema/record/invalid-cursor.ts';
import type { Page, RecordReader } from '../../../schema/record/record-store.ts';
import type { Outcome } from '../../../schema/record/report.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

let aws: TestAws;
let table: TableClient;
let reader: RecordReader;

/** Forty agencies of two prefectures; every tenth is a bureau whose report is held. */
const agencies = Array.from({ length: 40 }, (_, index) => {
  const name = `第${String(index).padStart(2, '0')}${index % 10 === 9 ? '局' : '镇人民政府'}`;
  return buildAgency(name, index < 20 ? '511002' : '511102');
});
const outcomes: readonly Outcome[] = ['published', 'rejected', 'held'];

beforeAll(async () => {
  aws = await startTestAws();
  table = await aws.newTable();
  reader = createRecordReader(table);
  const writer = createRecordWriter(table);
  for (const [index, agency] of agencies.entries()) {
    const outcome = index % 10 === 9 ? ('held' as const) : ('published' as const);
    const year = index < 30 ? 2021 : 2020;
    const record = buildRecord({ agency, year, change: { outcome } });
    await writer.change((writes) => writes.putRecord(buildHead(record), record));
  }
  for (let index = 0; index < 9; index += 1) await writer.putIngestion(buildIngestion(index), null);
});
afterAll(() => aws.close());

function buildIngestion(index: number): Ingestion {
  return {
    ...{ id: `i${index}`, bucket: 'b', key: `raw/${index}`, versionId: null, sequencer: `A${index}` },
    ...{ arrivedAt: `2022-01-0${index + 1}T00:00:00.000Z`, finishedAt: '2022-02-01T00:00:00.000Z' },
    ...{ outcome: outcomes[index % 3] ?? 'held', reasons: [], findings: 0, records: [] },
    ...{ sha256: null, bytes: null, mediaType: null, sourceUrl: null, parserVersion: '1.0.0', milliseconds: 1 },
  };
}

async function allPages<T>(ask: (after: string | null) => Promise<Page<T>>): Promise<Page<T>[]> {
  const pages = [await ask(null)];
  for (let last = pages.at(-1); last?.hasNextPage; last = pages.at(-1))
    pages.push(await ask(last.cursors.at(-1) ?? null));
  return pages;
}

const names = (page: Page<{ readonly name: string }>) => page.items.map(({ name }) => name);

test('agencies come by division and name, page after page, each once', async () => {
  const pages = await allPages((after) => reader.agencies({}, { first: 15, after }));
  expect(pages.map(({ items }) => items.length)).toEqual([15, 15, 10]);
  expect(pages.flatMap(names)).toEqual(agencies.map(({ name }) => name));
  expect(await pages[0]?.totalCount()).toBe(40);
});

const first = { first: 15, after: null };
const agency = buildAgency('第00镇人民政府', '511002');

test.each<[string, (reader: RecordReader) => Promise<unknown>]>([
  ['an agency with its years', (each) => each.agencyWithHeads(agency.id)],
  ['the versions of a report', (each) => each.versions(agency.id, 2021)],
  ['a page of ingestions', (each) => each.ingestions({}, first)],
  ['a page of the ingestions of one outcome', (each) => each.ingestions({ outcome: 'held' }, first)],
  ['one ingestion', (each) => each.ingestion('i1')],
])('%s takes one call', async (_, ask) => {
  const dynamo = aws.newDynamo();
  const meter = attachCallMeter(dynamo);
  await ask(createRecordReader({ ...table, dynamo }));
  expect(meter.read().calls).toBe(1);
});

test.each<[string, (reader: RecordReader) => Promise<Page<unknown>>]>([
  ['agencies', (each) => each.agencies({ division: '5110' }, first)],
  ['the agencies of a year', (each) => each.agencies({ years: [2021] }, first)],
  ['the reports of a year', (each) => each.reports({ years: [2021], division: '51' }, first)],
])('a page of %s takes one call, again one when it is brought up to date, and its total none', async (_, ask) => {
  const dynamo = aws.newDynamo();
  const meter = attachCallMeter(dynamo);
  const fresh = createRecordReader({ ...table, dynamo });
  const page = await ask(fresh);
  expect(await page.totalCount()).toBeGreaterThan(page.items.length);
  expect(meter.read().byCommand).toEqual({ Query: 1 });
  expect((await ask(fresh)).items).toEqual(page.items);
  expect(meter.read().byCommand).toEqual({ Query: 1 });
});

test('a page that ends where the list ends says that nothing follows', async () => {
  const page = await reader.agencies({}, { first: 40, after: null });
  expect(page.items).toHaveLength(40);
  expect(page.hasNextPage).toBe(false);
});

test('a filter that lets little through still fills its pages, and no page is empty with more to come', async () => {
  const pages = await allPages((after) => reader.agencies({ nameContains: '局' }, { first: 1, after }));
  expect(pages.flatMap(names)).toEqual(['第09局', '第19局', '第29局', '第39局']);
  expect(pages.map(({ items }) => items.length)).toEqual([1, 1, 1, 1]);
  expect(await pages[0]?.totalCount()).toBe(4);
});

test('agencies of a division are those whose code begins with it', async () => {
  const ask = { first: 50, after: null };
  expect((await reader.agencies({ division: '5110' }, ask)).items).toHaveLength(20);
  expect((await reader.agencies({ division: '51' }, ask)).items).toHaveLength(40);
  expect((await reader.agencies({ division: '52' }, ask)).items).toEqual([]);
});

test('agencies of a year are those with a report of it, and the other filters hold too', async () => {
  const page = await reader.agencies(
    { years: [2020], level: 'prefecture', nameContains: '局' },
    { first: 50, after: null },
  );
  expect(names(page)).toEqual(['第39局']);
  expect(await (await reader.agencies({ years: [2020] }, { first: 3, after: null })).totalCount()).toBe(10);
});

test('reports of a year carry their headline figures and can be asked for by outcome', async () => {
  const page = await reader.reports({ years: [2021], outcome: 'held' }, { first: 50, after: null });
  expect(page.items.map(({ agencyName }) => agencyName)).toEqual(['第09局', '第19局', '第29局']);
  expect(page.items[0]?.figures['applications.newlyReceived.total']).toBe(12);
});

test('ingestions come newest first, all or those of one outcome', async () => {
  const all = await reader.ingestions({}, { first: 4, after: null });
  expect(all.items.map(({ id }) => id)).toEqual(['i8', 'i7', 'i6', 'i5']);
  const pages = await allPages((after) => reader.ingestions({ outcome: 'rejected' }, { first: 2, after }));
  expect(pages.map(({ items }) => items.map(({ id }) => id))).toEqual([['i7', 'i4'], ['i1']]);
});

test('a cursor of another list, or none at all, is refused', async () => {
  const { cursors } = await reader.agencies({ division: '5111' }, { first: 1, after: null });
  await expect(reader.agencies({ division: '5110' }, { first: 1, after: cursors[0] ?? '' })).rejects.toThrow(
    InvalidCursor,
  );
  await expect(reader.agencies({}, { first: 1, after: 'nonsense' })).rejects.toThrow(InvalidCursor);
});
