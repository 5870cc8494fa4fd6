import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createS3Client, createSqsClient } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { uploadRaw } from '../../infra/aws/raw-upload.ts';
import { inParallel } from '../../infra/aws/retry.ts';
import { depth } from '../../infra/local/queues.ts';
import { printTable } from '../bench/measure.ts';
import { judge } from '../load/judge.ts';
import { type LoadedProvince, type LoadFile, loadedProvince } from '../load/province.ts';
import { readRows, readWhileWriting } from '../load/reader.ts';
import { poisonMark, startFaultyProduct, whenUp } from './faulty-product.ts';
import { faultPlan } from './faulty-service.ts';

/**
 * What goes wrong in the cloud, on one machine: `npm run faults -- --faults 1000 --reports 300 --seed 7` uploads a made-up province,
 * several documents at once, to two ingest functions whose calls fail, time out, arrive twice or are answered in part, which are killed, with
 * the services or alone, and whose clocks are wrong, while a client reads. A message of each batch is poison. At the end every version of a
 * file has one ingestion, every report its exact figures, no answer had a part of a report, and one redrive empties the dead-letter queue.
 * Exit code 1 where anything is not so.
 */
const { values: options } = parseArgs({
  options: {
    faults: { type: 'string', default: '1000' },
    reports: { type: 'string', default: '300' },
    province: { type: 'string', default: '51' },
    seed: { type: 'string', default: '1' },
  },
});

/** Uploads at once, and files in the queue at most. */
const [uploads, mostWaiting] = [6, 60];
/** One file in so many comes once more where nobody can read it. */
const poisonEvery = 20;

const seed = Number(options.seed);
const made = loadedProvince(options.province, Number(options.reports), seed);
const files = made.files.flatMap((file, index): LoadFile[] =>
  index % poisonEvery === 0 && file.report !== null
    ? [file, { ...file, key: file.key.replace('raw/', `raw/${poisonMark}/`) }]
    : [file],
);
const province: LoadedProvince = { ...made, files };
const poison = files.length - made.files.length;

const plan = faultPlan(Number(options.faults), seed);
const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-faults-'));
const faulty = await startFaultyProduct(dataDir, plan, seed);
const { running, env } = faulty.product;
const aws = readEnv(AwsEnv, env);
const [s3, sqs] = [createS3Client(aws), createSqsClient(aws)];
const ended = new AbortController();
try {
  const reading = readWhileWriting(running.graphql, province, ended.signal);
  await inParallel(province.files, uploads, uploadWhenThereIsRoom);
  console.error(`${province.files.length} files are uploaded; what is left of the faults meets their ingestion.`);
  const { deadLetters, afterRedrive } = await faulty.recover();
  ended.abort();
  const reads = await reading;
  printTable('Faults met', [['fault', 'times'], ...[...plan.met].map(([kind, times]) => [kind, String(times)])]);
  printTable('What came of it', [
    ['reports', 'files, poison among them', 'dead letters', 'after one redrive'],
    [province.reports.length, province.files.length, deadLetters, afterRedrive].map(String),
  ]);
  printTable('Read meanwhile', readRows(reads));
  const faults = [
    ...(plan.spent() ? [] : ['there were too few calls for so many faults: take more reports']),
    ...(deadLetters < poison ? [`${poison} files were poison, and the dead-letter queue held ${deadLetters}`] : []),
    ...(afterRedrive > 0 ? [`${afterRedrive} messages are in the dead-letter queue after the redrive`] : []),
    ...(await judge(running, province, s3)),
    ...reads.flatMap(({ faults: seen }) => seen),
  ];
  console.log(
    faults.length === 0
      ? `\nNothing was lost, doubled or torn: every version of ${province.files.length} files has one ingestion, and ${province.reports.length} reports their exact figures.`
      : `\n${faults.length} faults:\n${faults.slice(0, 20).join('\n')}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  ended.abort();
  s3.destroy();
  sqs.destroy();
  await faulty.close();
  await rm(dataDir, { recursive: true });
}

async function uploadWhenThereIsRoom({ key, bytes }: LoadFile): Promise<void> {
  while ((await whenUp(() => depth(sqs, running.queueUrl))) >= mostWaiting) await sleep(100);
  await whenUp(() => uploadRaw(s3, { bucket: running.bucket, key, bytes: bytes() }));
}
