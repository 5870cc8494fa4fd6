import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findDifferences } from '../../cli/reprocess/differences.ts';
import { selectVersions, sendAgain } from '../../cli/reprocess/reprocess.ts';
import { startProduct } from '../../cli/start/start-product.ts';
import { localTarget, type Target } from '../../cli/target.ts';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { putRaw } from '../../infra/aws/raw-upload.ts';
import { divisions } from '../../schema/law/vocabulary/divisions.ts';
import { printTable } from './measure.ts';

const years = [2019, 2020, 2021, 2022, 2023];
/** Of whom the sample is. */
const sampleCity = /营口市/gu;

/** Time to ingest so many reports of cities over five years, to read them all again without writing, and to apply that. */
export async function benchReprocess(documents: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const ports = { s3: 0, sqs: 0, dynamodb: 0 };
  const product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: () => undefined });
  const target = localTarget(product.running);
  try {
    await upload(product.stack.env, product.running.bucket, documents);
    const rows = [
      ['ingested', ...(await seconds(() => product.stack.idle()))],
      ['read again, dry', ...(await seconds(() => dryRun(target)))],
      ['read and stored again', ...(await seconds(() => again(target).then(() => product.stack.idle())))],
    ];
    printTable(`Reprocess, ${documents} reports`, [['', 's', 's of processor, servers included'], ...rows]);
  } finally {
    await product.close();
    await rm(dataDir, { recursive: true });
  }
}

async function upload(env: Readonly<Record<string, string>>, bucket: string, documents: number): Promise<void> {
  const s3 = createS3Client(readEnv(AwsEnv, env));
  const sample = await readFile('samples/yingkou-2020.txt', 'utf8');
  const cities = divisions.filter(({ level, name }) => level === 'prefecture' && name.endsWith('市'));
  for (let index = 0; index < documents; index += 1) {
    const [year, city] = [years[index % years.length], cities[Math.floor(index / years.length) % cities.length]];
    const text = sample.replaceAll('2020', String(year)).replaceAll(sampleCity, city?.name ?? '');
    await putRaw(s3, { bucket, key: `raw/${year}/${index}.txt`, bytes: Buffer.from(text) });
  }
  s3.destroy();
}

async function dryRun(target: Target): Promise<void> {
  await findDifferences(target, await selectVersions(target, { all: true }), () => undefined);
}

async function again(target: Target): Promise<void> {
  await sendAgain(target, await selectVersions(target, { all: true }), true);
}

/** By the clock, and of processors: a busy machine tells more by the second. */
async function seconds(work: () => Promise<unknown>): Promise<[string, string]> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return [((performance.now() - start) / 1e3).toFixed(1), ((user + system) / 1e6).toFixed(1)];
}
