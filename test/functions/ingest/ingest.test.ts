import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import type { ObjectNotice } from '../../../functions/ingest/s3-event.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { Crash, crashAfterWrites } from '../../support/crash.ts';
import { documentOf, parseJson } from '../../support/json-parser.ts';
import { startTestAws, type TestAws, tableContents } from '../../support/local-aws.ts';

let aws: TestAws;
let table: TableClient;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  table = await aws.newTable();
});

function ports(change: Partial<IngestPorts> = {}, into = table): IngestPorts {
  return {
    raw: createRawStore(aws.s3, 100_000),
    records: createRecordWriter(into),
    parse: parseJson,
    inTurn: createSemaphore(1),
    parserVersion: '1.0.0',
    now: () => Date.UTC(2022, 1, 1),
    ...change,
  };
}

async function upload(key: string, body: string, metadata?: Record<string, string>): Promise<ObjectNotice> {
  await aws.upload(key, body, metadata);
  return aws.nextNotice();
}

const current = async () => (await createRecordReader(table).agencyWithHeads(buildAgency().id))?.heads[0];

test('a report is stored and its ingestion says what came of it', async () => {
  const said = { 'source-url': 'http://www.neijiang.gov.cn/a', 'fetched-at': '2022-03-31T08:00:00+08:00' };
  const notice = await upload('raw/内江 2021+.html', documentOf(buildRecord()), said);
  const ingestion = await ingest(notice, ports());
  expect(ingestion).toMatchObject({
    key: 'raw/内江 2021+.html',
    versionId: notice.versionId,
    outcome: 'published',
    sourceUrl: 'http://www.neijiang.gov.cn/a',
    mediaType: 'text/plain',
    records: [{ kind: 'annual-report', agencyId: buildAgency().id, year: 2021, outcome: 'published' }],
  });
  expect(await createRecordReader(table).ingestion(ingestion.id)).toEqual(ingestion);
  expect(await current()).toMatchObject({
    ...{ objectVersionId: notice.versionId, pageUrl: 'http://www.neijiang.gov.cn/a' },
    fetchedAt: '2022-03-31T00:00:00.000Z',
  });
});

test.each(['javascript:alert(1)', 'no address'])('%s is the address of no page', async (address) => {
  await ingest(await upload('raw/a.html', documentOf(buildRecord()), { 'source-url': address }), ports());
  expect((await current())?.pageUrl).toBeUndefined();
});

test('of messages at work together one is read and parsed at a time, while those before it are stored', async () => {
  const notices = await Promise.all(
    ['a', 'b', 'c'].map((name, index) => upload(`raw/${name}.html`, documentOf(buildRecord({ year: 2019 + index })))),
  );
  const log: string[] = [];
  let parsing = 0;
  const storing = Promise.withResolvers<void>();
  const records = createRecordWriter(table);
  const together = ports({
    async parse(bytes, hints) {
      parsing += 1;
      log.push(`${parsing} parsing`);
      if (log.length === notices.length) storing.resolve();
      const result = await parseJson(bytes, hints);
      parsing -= 1;
      return result;
    },
    records: {
      ...records,
      // Nothing is stored before the last message is parsed: it ends only where parsing waits for no storing.
      change: async (change) => {
        await storing.promise;
        return records.change(change);
      },
    },
  });
  await Promise.all(notices.map((notice) => ingest(notice, together)));
  expect(log).toEqual(Array(notices.length).fill('1 parsing'));
  expect((await createRecordReader(table).agencyWithHeads(buildAgency().id))?.heads).toHaveLength(notices.length);
});

test('an event delivered again changes nothing', async () => {
  const notice = await upload('raw/a.html', documentOf(buildRecord()));
  const first = await ingest(notice, ports());
  const before = await tableContents(table);
  expect(await ingest(notice, ports({ now: () => Date.UTC(2023, 1, 1) }))).toEqual(first);
  expect(await tableContents(table)).toEqual(before);
});

test('three documents of one report leave the same table in whatever order their events come', async () => {
  const [a, b] = [documentOf(buildRecord({ received: 12 })), documentOf(buildRecord({ received: 13 }))];
  const notices = [await upload('raw/a.html', a), await upload('raw/b.html', b), await upload('raw/c.html', a)];
  const contents = [];
  for (const order of permutations(notices)) {
    table = await aws.newTable();
    for (const notice of order) await ingest(notice, ports());
    contents.push(await tableContents(table));
    expect((await current())?.key).toBe('raw/c.html');
  }
  expect(contents).toHaveLength(6);
  for (const content of contents) expect(content).toEqual(contents[0]);
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

test('a crash between any two writes, then the event again, leaves the table as if there had been no crash', async () => {
  const other = buildAgency('资中县人民政府', '511025');
  const older = await upload('raw/a.html', documentOf(buildRecord({ received: 12 })));
  const notice = await upload('raw/a.html', documentOf(buildRecord({ received: 13 }), buildRecord({ agency: other })));
  await ingest(older, ports());
  await ingest(notice, ports());
  const expected = await tableContents(table);
  const crashes: number[] = [];
  for (let writes = 0; ; writes += 1) {
    table = await aws.newTable();
    await ingest(older, ports());
    const failing = aws.newDynamo();
    crashAfterWrites(failing, writes);
    const ending = await ingest(notice, ports({}, { ...table, dynamo: failing })).catch((error: unknown) => error);
    if (!(ending instanceof Crash)) break;
    crashes.push(writes);
    await ingest(notice, ports());
    expect(await tableContents(table)).toEqual(expected);
  }
  expect(crashes.length).toBeGreaterThan(9);
});

test('the same bytes uploaded under another key are no second version of the report', async () => {
  const document = documentOf(buildRecord());
  for (const key of ['raw/a.html', 'raw/b.html']) await ingest(await upload(key, document), ports());
  const versions = await createRecordReader(table).versions(buildAgency().id, 2021);
  expect(versions.map(({ key }) => key)).toEqual(['raw/b.html']);
});

test('a newer parser reads a version again, and what it reads becomes current', async () => {
  const notice = await upload('raw/a.html', documentOf(buildRecord({ change: { parser: { version: '1.1.0' } } })));
  const old = ports({ parse: async () => ({ state: 'parsed', records: [buildRecord({ received: 99 })] }) });
  await ingest(notice, old);
  const again = await ingest(notice, ports({ parserVersion: '1.1.0' }));
  expect(again.parserVersion).toBe('1.1.0');
  expect((await current())?.figures['applications.newlyReceived.total']).toBe(12);
  await ingest(notice, old);
  expect((await createRecordReader(table).ingestion(again.id))?.parserVersion).toBe('1.1.0');
});

test.each([
  ['too-large', async () => upload('raw/large.html', 'x'.repeat(100_001)), ports, true],
  ['object-deleted', async () => deleted(await upload('raw/gone.html', 'x')), ports, false],
  [
    'parse-limit',
    async () => upload('raw/a.html', 'x'),
    () => ports({ parse: async () => ({ state: 'limit' }) }),
    true,
  ],
  ['no-report', async () => upload('raw/a.html', documentOf()), ports, false],
] as const)('a document is rejected as %s', async (code, send, with_, mayBeReport) => {
  const ingestion = await ingest(await send(), with_());
  expect(ingestion.outcome).toBe('rejected');
  expect(ingestion.reasons.map((each) => each.code)).toEqual([code]);
  const items = [`INGESTION#${ingestion.id} INGESTION`, `INGESTION#${ingestion.id} UNDECIDED`];
  expect(new Set(Object.keys(await tableContents(table)))).toEqual(new Set(mayBeReport ? items : items.slice(0, 1)));
});

async function deleted(notice: ObjectNotice): Promise<ObjectNotice> {
  const { bucket, key, versionId } = notice;
  if (versionId === null) throw new Error('The bucket has no versions');
  await aws.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
  return notice;
}

test('of a file only part of which can be filed the part is stored and the file is held, with the reason', async () => {
  const nameless = buildRecord({ change: { agency: null } });
  const ingestion = await ingest(await upload('raw/a.html', documentOf(buildRecord(), nameless)), ports());
  expect(ingestion.outcome).toBe('held');
  expect(ingestion.reasons.map(({ code }) => code)).toEqual(['agency-unrecognised']);
  expect(ingestion.records.map(({ outcome, version }) => [outcome, version !== null])).toEqual([
    ['published', true],
    ['rejected', false],
  ]);
});

test('a record that is no valid record is a fault of ours: it throws and nothing is stored', async () => {
  const broken = { ...buildRecord(), publishedOn: 'yesterday' };
  const faulty = ports({ parse: async () => ({ state: 'parsed', records: [broken] }) });
  const notice = await upload('raw/a.html', 'x');
  await expect(ingest(notice, faulty)).rejects.toThrow('publishedOn');
  expect(await tableContents(table)).toEqual({});
});
