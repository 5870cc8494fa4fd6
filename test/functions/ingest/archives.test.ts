import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import type { Parse } from '../../../functions/ingest/parsing-worker.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { corpusCases } from '../../support/corpus.ts';
import { Crash, crashAfterWrites } from '../../support/crash.ts';
import { startTestAws, type TestAws, tableContents } from '../../support/local-aws.ts';
import { writeZip } from '../../support/write-zip.ts';

let aws: TestAws;
let table: TableClient;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  table = await aws.newTable();
});

const parse: Parse = async (bytes, hints) => ({ state: 'parsed', records: await parseReport(bytes, hints) });

function ports(change: Partial<IngestPorts> = {}, into = table): IngestPorts {
  return {
    raw: createRawStore(aws.s3, 1_000_000),
    records: createRecordWriter(into),
    parse,
    inTurn: createSemaphore(1),
    parserVersion: '1.0.0',
    now: () => Date.UTC(2023, 1, 1),
    ...change,
  };
}

const document = (name: string) => corpusCases().find((one) => one.name === name)?.bytes ?? new Uint8Array();
const archive = () =>
  writeZip([
    { name: '习水县.html', content: document('county-2022-html') },
    { name: '坏.docx', content: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]) },
    { name: '鞍山市教育局.xlsx', content: document('bureau-2020-xlsx') },
  ]);

async function uploadArchive() {
  await aws.upload('raw/年报.zip', archive());
  return aws.nextNotice();
}

test('an archive and each of its files have an ingestion, and a bad file does not stop the others', async () => {
  const reader = createRecordReader(table);
  const whole = await ingest(await uploadArchive(), ports());
  expect(whole).toMatchObject({ outcome: 'held', mediaType: 'application/zip', records: [{}, {}, {}] });
  expect(whole.members?.map(({ path, outcome }) => [path, outcome])).toEqual([
    ['习水县.html', 'published'],
    ['坏.docx', 'rejected'],
    ['鞍山市教育局.xlsx', 'published'],
  ]);
  const members = await Promise.all((whole.members ?? []).map(({ ingestionId }) => reader.ingestion(ingestionId)));
  expect(members.map((member) => [member?.mediaType, member?.records.length, member?.reasons.length])).toEqual([
    ['text/html', 1, 0],
    ['application/zip', 1, 1],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 1, 0],
  ]);
  expect(members.map((member) => member?.member?.archiveId)).toEqual(Array(3).fill(whole.id));
  const listed = await reader.ingestions({}, { first: 10, after: null });
  expect(listed.items.map(({ id }) => id).sort()).toEqual([whole, ...members].map((one) => one?.id).sort());
  const { agencyId = '' } = whole.records[0] ?? {};
  const head = (await reader.agencyWithHeads(agencyId ?? ''))?.heads[0];
  expect(head?.ingestionId).toBe(whole.members?.[0]?.ingestionId);
});

test('an archive delivered again, and after a crash on its way, leaves the same table', async () => {
  const notice = await uploadArchive();
  const result = await parse(archive(), {});
  const known = { parse: async () => result };
  await ingest(notice, ports(known));
  const expected = await tableContents(table);
  await ingest(notice, ports(known));
  expect(await tableContents(table)).toEqual(expected);
  let crashes = 0;
  for (let writes = 1; ; writes += 3) {
    table = await aws.newTable();
    const failing = aws.newDynamo();
    crashAfterWrites(failing, writes);
    const ending = await ingest(notice, ports(known, { ...table, dynamo: failing })).catch((error: unknown) => error);
    if (!(ending instanceof Crash)) break;
    crashes += 1;
    await ingest(notice, ports(known));
    expect(await tableContents(table)).toEqual(expected);
  }
  expect(crashes).toBeGreaterThan(3);
});

test('where the files exhaust the limits together, each is read by itself and the one to blame is refused', async () => {
  const costly = [archive(), document('bureau-2020-xlsx')];
  const limited: Parse = async (bytes, hints) =>
    costly.some((one) => Buffer.from(bytes).equals(one)) ? { state: 'limit' } : parse(bytes, hints);
  const whole = await ingest(await uploadArchive(), ports({ parse: limited }));
  expect(whole.members?.map(({ outcome }) => outcome)).toEqual(['published', 'rejected', 'rejected']);
  expect(whole.reasons.map(({ code }) => code)).toEqual(['damaged', 'parse-limit']);
});
