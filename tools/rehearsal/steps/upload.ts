import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describeStack } from '../../../infra/aws/stack.ts';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { waitFor } from '../wait-for.ts';

const samplesFolder = join(import.meta.dirname, '../../../samples');

/** It is the first document of the guide. */
const firstSample = 'neijiang-2020.txt';

/** The functions start cold, one for each document. */
const ingestTimeoutMs = 120_000;

/** Sichuan's other samples come with the AWS CLI, and its function ingests them. */
export async function uploadAsAwsCli(stage: Stage): Promise<void> {
  const { stack, samples } = provinces.sichuan;
  const { BucketName } = await describeStack(stage.env, stack);
  for (const sample of samples.filter((name) => name !== firstSample)) {
    await stage.aws('s3', 'cp', join(samplesFolder, sample), `s3://${BucketName}/raw/四川/${sample}`);
  }
  const expected = { published: 2, held: 1, rejected: 0 };
  const { outcomes } = await waitFor(
    { expected: `${samples.length} samples to be ingested`, timeoutMs: ingestTimeoutMs },
    () => statusOf(stage, stack),
    (seen) => sum(seen.outcomes) >= samples.length,
  );
  assert.deepEqual(outcomes, expected);
}

/** Guizhou's come with our command, which waits for what becomes of them; a second time there is nothing to upload. */
export async function uploadWithGongkai(stage: Stage): Promise<void> {
  const { stack, samples } = provinces.guizhou;
  const files = samples.map((sample) => join(samplesFolder, sample));
  const first = await stage.gongkai(['upload', '--wait', '--stack', stack, ...files]);
  assert.match(first.stdout, /^raw\/qingzhen-2020\.txt\tpublished\t/);
  const again = await stage.gongkai(['upload', '--stack', stack, ...files]);
  assert.match(again.stderr, /0 uploaded, 1 there already, 0 failed/);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
