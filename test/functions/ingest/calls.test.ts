import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { buildAgency } from '../../support/build-record.ts';
import { documentOf, parseJson } from '../../support/json-parser.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { reportOfYear } from '../../support/years.ts';

let aws: TestAws;
let ports: IngestPorts;
let read: () => Readonly<Record<string, number>>;

beforeAll(async () => {
  aws = await startTestAws();
  const table = await aws.newTable();
  ports = {
    raw: createRawStore(aws.s3, 100_000),
    records: createRecordWriter(table),
    parse: parseJson,
    inTurn: createSemaphore(1),
    parserVersion: '1.0.0',
    now: () => Date.UTC(2024, 1, 1),
  };
  const meter = attachCallMeter(table.dynamo);
  read = () => meter.read().byCommand;
});
afterAll(() => aws.close());

/** The calls that the next document takes, `docs/access-patterns.md` tells of each. */
async function callsFor(year: number, carriedOver = 0, agency = buildAgency()) {
  const rows = { 'applications.carriedOver': [carriedOver, 0, 0, 0, 0, 0, carriedOver] };
  await aws.upload(`raw/${year}.json`, documentOf(reportOfYear({ year, rows, change: { agency } })));
  const notice = await aws.nextNotice();
  read();
  await ingest(notice, ports);
  const first = read();
  await ingest(notice, ports);
  return { first, again: read() };
}

const alone = { Get: 3, BatchWrite: 1, Put: 5, Query: 7 };
const total = (calls: Readonly<Record<string, number>>) => Object.values(calls).reduce((sum, count) => sum + count, 0);

test('a first report takes 16 calls, 17 where the process writes of its year for the first time, and 1 when it is delivered again', async () => {
  const { first, again } = await callsFor(2020);
  expect(first).toEqual({ ...alone, Update: 1 });
  expect(again).toEqual({ Get: 1 });
  const next = await callsFor(2020, 1, buildAgency('雅安市人民政府', '511800'));
  expect(next.first).toEqual(alone);
  expect(total(next.first)).toBe(16);
});

test('one that stands between two others and is a second version takes 21', async () => {
  const { first } = await callsFor(2021);
  expect(first).toEqual({ ...alone, BatchGet: 1, Put: 6, Query: 9, Update: 1 });
  await callsFor(2022);
  const between = await callsFor(2021, 1);
  expect(between.first).toEqual({ ...alone, BatchGet: 1, Put: 7, Query: 9 });
  expect(total(between.first)).toBe(21);
});
