import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { S3Client } from '@aws-sdk/client-s3';
import { followIngestion } from '../../cli/upload/follow-ingestion.ts';
import { createS3Client, createSqsClient } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { putRaw } from '../../infra/aws/raw-upload.ts';
import { ingestionId } from '../../infra/aws/s3-message.ts';
import { depth } from '../../infra/local/queues.ts';
import { type DynamoTap, startDynamoTap } from '../../test/support/dynamo-tap.ts';
import { median, printTable, quantile } from '../bench/measure.ts';
import { judge } from './judge.ts';
import { startProductProcess } from './product.ts';
import { type LoadFile, loadedProvince } from './province.ts';
import { readRows, readWhileWriting } from './reader.ts';

/**
 * A province's January on one machine: `npm run load -- --reports 20000 --province 51 --seed 1` uploads a made-up province to the
 * embedded stack through S3, and tells how fast it was served, what it took, and whether every upload has one ingestion and every
 * report its exact figures. `--read` lets a client read and check meanwhile, `--units` counts the calls to DynamoDB too; both slow it
 * down. Exit code 1 where anything is not as it must be.
 */
const { values: options } = parseArgs({
  options: {
    reports: { type: 'string', default: '20000' },
    province: { type: 'string', default: '51' },
    seed: { type: 'string', default: '1' },
    read: { type: 'boolean', default: false },
    units: { type: 'boolean', default: false },
  },
});

/** Files in the queue at most: enough that ingest never waits, so few that the time of each is not that of the queue. */
const mostWaiting = 40;
const pollMs = 100;
/** Every so manieth file is followed from its upload until its record can be queried. */
const followedEvery = 50;
const samples = 10;

interface Progress {
  readonly uploaded: number;
  readonly seconds: number;
  readonly productMb: number;
}

const province = loadedProvince(options.province, Number(options.reports), Number(options.seed));
const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-load-'));
let tapped = '';
const tap = options.units ? await startDynamoTap(() => tapped) : null;
const { child, product } = await startProductProcess({
  dataDir,
  ingestEnv: tap === null ? {} : { AWS_ENDPOINT_URL_DYNAMODB: tap.endpoint },
});
const { pid, env, running } = product;
tapped = running.dynamodb;
const aws = readEnv(AwsEnv, env);
const [s3, sqs] = [createS3Client(aws), createSqsClient(aws)];
const ended = new AbortController();
try {
  const latencies: number[] = [];
  const reading = options.read ? readWhileWriting(running.graphql, province, ended.signal) : [];
  const progress = await uploadAll(province.files, latencies);
  ended.abort();
  const reads = await reading;
  printTable('Load', [
    ['reports', 'files', 'seconds', 'files a second', 'ms from upload to query: p50', 'p95', 'p99'],
    [
      ...[province.reports.length, province.files.length].map(String),
      ...rate(progress),
      ...[median(latencies), quantile(latencies, 0.95), quantile(latencies, 0.99)].map((ms) => ms.toFixed(0)),
    ],
  ]);
  printTable('Over time', [['files', 'files a second', 'MB of the product'], ...overTime(progress)]);
  if (options.read) printTable('Read meanwhile', readRows(reads));
  if (tap !== null) printCalls(tap, province.files.length);
  const faults = [...(await judge(running, province, s3)), ...reads.flatMap(({ faults: seen }) => seen)];
  console.log(
    faults.length === 0
      ? `\nEvery file has one ingestion, and every one of ${province.reports.length} reports its exact figures.`
      : `\n${faults.length} faults:\n${faults.slice(0, 20).join('\n')}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  ended.abort();
  s3.destroy();
  sqs.destroy();
  await child.stop();
  await tap?.close();
  await rm(dataDir, { recursive: true });
}

/** Uploads every file as the queue takes it, and waits until it is empty. */
async function uploadAll(files: readonly LoadFile[], latencies: number[]): Promise<Progress[]> {
  const start = performance.now();
  const progress: Progress[] = [];
  const followed: Promise<void>[] = [];
  const each = Math.ceil(files.length / samples);
  let waiting = 0;
  for (const [index, file] of files.entries()) {
    while (waiting >= mostWaiting) {
      await sleep(pollMs / 10);
      waiting = await depth(sqs, running.queueUrl);
    }
    waiting += 1;
    const uploadedAt = performance.now();
    const id = await upload(s3, file);
    if (index % followedEvery === 0)
      followed.push(
        followIngestion(running.graphql, id, { timeout: 120_000, pause: 20 }).then(() => {
          latencies.push(performance.now() - uploadedAt);
        }),
      );
    if ((index + 1) % each === 0 || index === files.length - 1) {
      if (index === files.length - 1) while ((await depth(sqs, running.queueUrl)) > 0) await sleep(pollMs);
      progress.push({
        uploaded: index + 1,
        seconds: (performance.now() - start) / 1_000,
        productMb: await memory(pid),
      });
      console.error(`${index + 1} of ${files.length} files, ${progress.at(-1)?.seconds.toFixed(0)} s`);
    }
  }
  await Promise.all(followed);
  return progress;
}

async function upload(client: S3Client, { key, bytes }: LoadFile): Promise<string> {
  const versionId = await putRaw(client, { bucket: running.bucket, key, bytes: bytes() });
  return ingestionId({ bucket: running.bucket, key, versionId, sequencer: '' });
}

function rate(progress: readonly Progress[]): [string, string] {
  const { uploaded = 0, seconds = 1 } = progress.at(-1) ?? {};
  return [seconds.toFixed(0), (uploaded / seconds).toFixed(1)];
}

/** Each part of the run by itself, and last what the rate of the parts does from the first to the last, in percent. */
function overTime(progress: readonly Progress[]): string[][] {
  const rates = progress.map(({ uploaded, seconds }, index) => {
    const before = progress[index - 1];
    return (uploaded - (before?.uploaded ?? 0)) / (seconds - (before?.seconds ?? 0));
  });
  const rows = progress.map(({ uploaded, productMb }, index) => [
    String(uploaded),
    (rates[index] ?? 0).toFixed(1),
    productMb.toFixed(0),
  ]);
  const memories = progress.map(({ productMb }) => productMb);
  return [...rows, ['slope, % a run', slope(rates), slope(memories)]];
}

/** What a line through the values rises by from the first to the last, in percent of their mean (least squares). */
function slope(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = (values.length - 1) / 2;
  const [over, under] = values.reduce(
    ([up, down], value, index) => [up + (index - middle) * (value - mean), down + (index - middle) ** 2] as const,
    [0, 0] as readonly [number, number],
  );
  return ((100 * (over / under) * (values.length - 1)) / mean).toFixed(0);
}

/** Memory of a process that is in use, in MB, as Linux tells it; NaN elsewhere. */
async function memory(ofPid: number): Promise<number> {
  const status = await readFile(`/proc/${ofPid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

function printCalls({ read }: DynamoTap, files: number): void {
  const calls = read();
  const actions = Map.groupBy(calls, ({ action }) => action);
  const rows = [...actions].map(([action, each]) => [
    action,
    (each.length / files).toFixed(2),
    (each.reduce((sum, { units }) => sum + units, 0) / files).toFixed(2),
  ]);
  printTable('Calls to DynamoDB of the ingest function, a file', [['', 'calls', 'units'], ...rows]);
}
