import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Product, startProduct } from '../../cli/start/start-product.ts';
import { followIngestion } from '../../cli/upload/follow-ingestion.ts';
import { createGraphqlServer } from '../../functions/graphql/server.ts';
import { fileRecord } from '../../functions/ingest/file-record.ts';
import type { ObjectNotice } from '../../functions/ingest/s3-event.ts';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { attachCallMeter, type MeterReading } from '../../infra/aws/call-meter.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { putRaw } from '../../infra/aws/raw-upload.ts';
import { ingestionId } from '../../infra/aws/s3-message.ts';
import { createRecordReader } from '../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../infra/store/record-writer.ts';
import { parseReport } from '../../parser/parse-report.ts';
import { describedRules } from '../../parser/rules/rules.ts';
import type { RecordWriter } from '../../schema/record/record-store.ts';
import { median, milliseconds, printTable, quantile } from './measure.ts';
import { nestedQuery } from './nested-query.ts';

const uploads = 20;
/** Enough for memory that grows with uploads to show. */
const manyUploads = 400;
const queries = 50;
const firstYear = 2019;
const years = 5;

/** From upload to answer on the embedded services: latency, calls and capacity. */
export async function benchPipeline(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const ports = { s3: 0, sqs: 0, dynamodb: 0 };
  const product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: () => undefined });
  try {
    await benchUpload(product);
    await benchMemory(product);
    await benchStore(product);
  } finally {
    await product.close();
    await rm(dataDir, { recursive: true });
  }
}

/** The same report for another year each time, so that every upload is a new record. */
async function reportOf(year: number): Promise<Uint8Array> {
  return Buffer.from((await readFile('samples/yingkou-2020.txt', 'utf8')).replaceAll('2020', String(year)));
}

async function benchUpload({ running, stack }: Product): Promise<void> {
  const s3 = createS3Client(readEnv(AwsEnv, stack.env));
  const times: number[] = [];
  for (let index = 0; index < uploads; index += 1) {
    const bytes = await reportOf(1990 + index);
    const key = `raw/bench-${index}.txt`;
    const start = performance.now();
    const versionId = await putRaw(s3, { bucket: running.bucket, key, bytes });
    const id = ingestionId({ bucket: running.bucket, key, versionId, sequencer: '' });
    await followIngestion(running.graphql, id, { timeout: 30_000, pause: 5 });
    times.push(performance.now() - start);
    await sleep(10);
  }
  s3.destroy();
  const figures = [median(times), quantile(times, 0.95), Math.max(...times)].map(milliseconds);
  printTable('Upload to queryable', [
    ['uploads', 'ms, median', 'p95', 'slowest'],
    [String(uploads), ...figures],
  ]);
}

/** The memory of the whole process over many small uploads, after a collection where Node is started with --expose-gc. */
async function benchMemory({ running, stack }: Product): Promise<void> {
  const s3 = createS3Client(readEnv(AwsEnv, stack.env));
  const rows: string[][] = [];
  for (let index = 0; index < manyUploads; index += 1) {
    const bytes = Buffer.concat([await reportOf(2000 + (index % 20)), Buffer.from(`\n${index}`)]);
    await putRaw(s3, { bucket: running.bucket, key: `raw/many-${index}.txt`, bytes });
    if ((index + 1) % (manyUploads / 4) > 0) continue;
    await stack.idle();
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    rows.push(
      [index + 1, ...[rss, heapUsed, external].map((bytes) => bytes / 2 ** 20)].map((figure) => figure.toFixed(0)),
    );
  }
  s3.destroy();
  printTable('Memory over uploads, MB', [['uploads', 'whole process', 'heap', 'outside the heap'], ...rows]);
}

async function benchStore({ stack }: Product): Promise<void> {
  const dynamo = createDynamoClient(readEnv(AwsEnv, stack.env));
  const meter = attachCallMeter(dynamo);
  const table = { dynamo, tableName: stack.tableName };
  const written = await writeYears(createRecordWriter(table), () => meter.read());
  const server = createGraphqlServer({
    reader: createRecordReader(table),
    rules: describedRules,
    logError: console.error,
  });
  const ask = async (variables: object) => {
    const request = { query: nestedQuery, variables: { id: written.agencyId, ...variables } };
    const response = await server.fetch('http://bench/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    return response.text();
  };
  const oneYear = await queryRow(
    '1 year, every section and cell',
    () => ask({ last: 1 }),
    () => meter.read(),
  );
  const allYears = await queryRow(
    `${years} years, every section and cell`,
    () => ask({ last: years }),
    () => meter.read(),
  );
  printTable('A report written', [['calls', 'write units', 'read units'], callsAndUnits(written.reading)]);
  const head = ['nested query', 'KB answered', 'ms, median', 'p95', 'DynamoDB calls', 'read units'];
  printTable('Nested query', [head, oneYear, allYears]);
  dynamo.destroy();
}

async function writeYears(writer: RecordWriter, read: () => MeterReading) {
  let agencyId = '';
  let reading = read();
  for (let index = 0; index < years; index += 1) {
    const [record] = await parseReport(await reportOf(firstYear + index));
    if (record === undefined) throw new Error('the sample gives no record');
    const filing = fileRecord(record, `bench${index}`, noticeOf(index));
    if (!filing.filed) throw new Error('the sample is not recognised');
    read();
    await writer.change((writes) => writes.putRecord(filing.head, record));
    reading = read();
    agencyId = filing.agency.id;
  }
  return { agencyId, reading };
}

function noticeOf(index: number): ObjectNotice {
  const eventTime = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
  return { bucket: 'bench', key: `raw/bench-${index}.txt`, versionId: null, sequencer: String(index), eventTime };
}

function callsAndUnits({ byCommand, writeUnits, readUnits }: MeterReading): string[] {
  const calls = Object.entries(byCommand).map(([command, count]) => `${count} ${command}`);
  return [calls.join(', '), String(writeUnits), String(readUnits)];
}

async function queryRow(name: string, ask: () => Promise<string>, read: () => MeterReading): Promise<string[]> {
  read();
  const answer = await ask();
  const { calls, readUnits } = read();
  const times: number[] = [];
  for (let index = 0; index < queries; index += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  const figures = [median(times), quantile(times, 0.95)].map(milliseconds);
  return [name, (answer.length / 1024).toFixed(0), ...figures, String(calls), String(readUnits)];
}
