import assert from 'node:assert/strict';
import { createDynamoClient, createS3Client } from '../../infra/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/env.ts';
import { knownVersions } from '../../infra/known-versions.ts';
import { describeStack } from '../../infra/stack.ts';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';

/** The stacks go; documents and records stay, each document with its ingestion. */
export async function destroy(stage: Stage): Promise<void> {
  const outputs = await Promise.all(Object.values(provinces).map(({ stack }) => describeStack(stage.env, stack)));
  await stage.cdkAsMade('destroy', '--all', '--force');
  for (const { stack } of Object.values(provinces)) {
    const { stderr } = await stage.gongkai(['status', '--stack', stack], { allowed: [1] });
    assert.match(stderr, /There is no stack/);
  }
  const kept = await Promise.all(outputs.map((places) => keptIn(stage, places)));
  const expected = Object.values(provinces).map(({ samples }) => samples.map((sample) => ({ sample, ingested: true })));
  assert.deepEqual(kept, expected);
}

/** Documents of a bucket, by name, and whether the table still knows what became of each. */
async function keptIn(stage: Stage, { BucketName: bucket, TableName: tableName }: Places) {
  const settings = readEnv(AwsEnv, stage.env);
  const [s3, dynamo] = [createS3Client(settings), createDynamoClient(settings)];
  const known = await knownVersions(s3, { dynamo, tableName }, { bucket, prefix: '' });
  s3.destroy();
  dynamo.destroy();
  return known.map(({ version, ingestion }) => ({
    sample: version.key.split('/').at(-1),
    ingested: ingestion !== null,
  }));
}

interface Places {
  readonly BucketName: string;
  readonly TableName: string;
}
