import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import type { RecordReader, RecordWriter } from '../../../schema/record/record-store.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { buildHead, type HeadWishes } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { Crash, crashAfterWrites } from '../../support/crash.ts';
import { startTestAws, type TestAws, tableContents } from '../../support/local-aws.ts';

let aws: TestAws;
let table: TableClient;
let reader: RecordReader;
let writer: RecordWriter;

beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  table = await aws.newTable();
  reader = createRecordReader(table);
  writer = createRecordWriter(table);
});

async function put(record: ReportRecord, wishes: HeadWishes = {}, into = writer) {
  const head = buildHead(record, wishes);
  await into.change((writes) => writes.putRecord(head, record));
  return head;
}

const withTexts = { texts: true };

test('a record is read back as it was written', async () => {
  const record = buildRecord();
  const head = await put(record);
  expect(await reader.agencyWithHeads(head.agencyId)).toMatchObject({ agency: record.agency, heads: [head] });
  expect(await reader.records([head], withTexts)).toEqual([record]);
});

test('without texts the sections and the preamble are empty and everything else is there', async () => {
  const record = buildRecord();
  const head = await put(record);
  const sections = record.sections.map((section) => ({ ...section, text: '' }));
  expect(await reader.records([head], { texts: false })).toEqual([{ ...record, preamble: '', sections }]);
});

test('an agency with ten years of records takes two calls, oldest year first', async () => {
  const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021];
  for (const year of years.toReversed()) await put(buildRecord({ year }), { version: `v${year}` });
  const meter = attachCallMeter(table.dynamo);
  const found = await reader.agencyWithHeads(buildAgency().id);
  const records = await reader.records(found?.heads ?? [], withTexts);
  expect(meter.read()).toMatchObject({ calls: 2, byCommand: { Query: 1, BatchGet: 1 }, writeUnits: 0 });
  expect(records.map((record) => record?.year)).toEqual(years);
});

test('sixty records are more keys than one batch holds, and all come in the order asked', async () => {
  const heads = await Promise.all(
    Array.from({ length: 60 }, (_, index) => put(buildRecord({ received: 100 + index }), { version: `v${index}` })),
  );
  const records = await reader.records(heads, withTexts);
  expect(records.map((record) => record?.tables.applications?.newlyReceived)).toMatchObject(
    heads.map((_, index) => ({ total: { value: 100 + index } })),
  );
});

test('a narrative of two megabytes that hardly compresses is stored in pieces and served whole', async () => {
  const text = randomBytes(1_500_000).toString('base64');
  const record = buildRecord({ text });
  const head = await put(record);
  const meter = attachCallMeter(table.dynamo);
  expect(await reader.records([head], withTexts)).toEqual([record]);
  expect(meter.read().byCommand).toEqual({ BatchGet: 2 });
});

test('a version that is not stored is null, whatever stands beside it', async () => {
  const head = await put(buildRecord());
  const [stored, missing] = await reader.records([head, { ...head, version: 'other' }], withTexts);
  expect(stored?.year).toBe(2021);
  expect(missing).toBeNull();
  expect(await reader.agencyWithHeads('000000-000000000000')).toBeNull();
});

test('a later arrival becomes current, and every version of the year stays readable, newest first', async () => {
  const [first, second] = [buildRecord({ received: 12 }), buildRecord({ received: 13 })];
  await put(first, { version: 'a', second: 1 });
  await put(second, { version: 'b', second: 2 });
  const found = await reader.agencyWithHeads(buildAgency().id);
  expect(found?.heads.map(({ version }) => version)).toEqual(['b']);
  const versions = await reader.versions(buildAgency().id, 2021);
  expect(versions.map(({ version }) => version)).toEqual(['b', 'a']);
  expect(await reader.records(versions, withTexts)).toEqual([second, first]);
});

test('an earlier arrival that comes late does not become current', async () => {
  await put(buildRecord({ received: 13 }), { version: 'b', second: 2 });
  await put(buildRecord({ received: 12 }), { version: 'a', second: 1 });
  const found = await reader.agencyWithHeads(buildAgency().id);
  expect(found?.heads.map(({ version }) => version)).toEqual(['b']);
  expect(await reader.versions(buildAgency().id, 2021)).toHaveLength(2);
});

test('of one arrival read by two parsers the newer is current, ten after nine', async () => {
  const by = (version: string) => buildRecord({ change: { parser: { version } } });
  await put(by('0.10.0'), { version: 'a' });
  await put(by('0.9.0'), { version: 'b' });
  const found = await reader.agencyWithHeads(buildAgency().id);
  expect(found?.heads.map(({ version }) => version)).toEqual(['a']);
});

test('a file of an archive is one document, though release 0.2.0 knew it by the hash of the whole', async () => {
  const by = (version: string) => buildRecord({ change: { parser: { version } } });
  const [before, now] = [by('0.2.0'), by('0.3.0')];
  const head = buildHead(before);
  const hash = 'a'.repeat(64);
  await writer.change((writes) => writes.putRecord({ ...head, sha256: hash }, before));
  await writer.change((writes) =>
    writes.putRecord({ ...head, version: 'v2', sha256: `${hash}/年报/习水县.html` }, now),
  );
  expect((await reader.versions(head.agencyId, head.year)).map(({ version }) => version)).toEqual(['v2']);
  const found = await reader.agencyWithHeads(head.agencyId);
  expect(found?.heads.map(({ version }) => version)).toEqual(['v2']);
});

test('two files of one archive that hold the same report are two documents', async () => {
  const record = buildRecord();
  const head = buildHead(record);
  for (const [version, name] of Object.entries({ v1: '年报.html', v2: '年报.pdf' })) {
    await writer.change((writes) =>
      writes.putRecord({ ...head, version, sha256: `${'a'.repeat(64)}/${name}` }, record),
    );
  }
  expect((await reader.versions(head.agencyId, head.year)).map(({ version }) => version).toSorted()).toEqual([
    'v1',
    'v2',
  ]);
});

test('what stands in the table is decided by reads that see every write that has ended', async () => {
  const reads: unknown[] = [];
  table.dynamo.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === 'QueryCommand') reads.push(args.input);
        return next(args);
      },
    { step: 'initialize' },
  );
  await put(buildRecord());
  expect(reads.length).toBeGreaterThan(0);
  for (const read of reads) expect(read).toMatchObject({ ConsistentRead: true });
});

test('writing the same version again changes nothing and does not store its body again', async () => {
  await put(buildRecord());
  const before = await tableContents(table);
  const meter = attachCallMeter(table.dynamo);
  await put(buildRecord());
  expect(await tableContents(table)).toEqual(before);
  expect(meter.read().byCommand.BatchWrite).toBeUndefined();
});

test('work plans stand beside the report of their year, each in its own slot', async () => {
  const plan = { items: [], responsibilities: [], tasks: [], targets: [], forwards: null };
  const change = { kind: 'work-plan' as const, form: null, workPlan: plan };
  await put(buildRecord({ title: '2021年政务公开工作要点', change }), { version: 'p1' });
  await put(buildRecord({ title: '2021年重点工作任务分解表', change }), { version: 'p2' });
  await put(buildRecord(), { version: 'r' });
  const heads = (await reader.agencyWithHeads(buildAgency().id))?.heads ?? [];
  expect(heads.map(({ version }) => version).toSorted()).toEqual(['p1', 'p2', 'r']);
  expect((await reader.reports({ years: [2021] }, { first: 9, after: null })).items).toHaveLength(1);
});

test.each([0, 1, 2, 3, 4, 5])(
  'after a crash behind write %i a reader sees the old report whole or the new one whole',
  async (writes) => {
    const [old, fresh] = [buildRecord({ received: 12 }), buildRecord({ received: 13 })];
    await put(old, { version: 'a', second: 1 });
    const failing = aws.newDynamo();
    crashAfterWrites(failing, writes);
    const doomed = createRecordWriter({ ...table, dynamo: failing });
    await expect(put(fresh, { version: 'b', second: 2 }, doomed)).rejects.toThrow(Crash);
    const heads = (await reader.agencyWithHeads(buildAgency().id))?.heads ?? [];
    expect(await reader.records(heads, withTexts)).toEqual([writes < 4 ? old : fresh]);
  },
);

test('an agency whose first report was cut off before the agency itself was listed is known by its head', async () => {
  const failing = aws.newDynamo();
  crashAfterWrites(failing, 4);
  await expect(put(buildRecord(), {}, createRecordWriter({ ...table, dynamo: failing }))).rejects.toThrow(Crash);
  expect((await reader.agencyWithHeads(buildAgency().id))?.agency).toEqual(buildAgency());
});
