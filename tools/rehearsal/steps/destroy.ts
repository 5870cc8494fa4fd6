import assert from 'node:assert/strict';
import { createS3Client } from '../../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { rawPrefix } from '../../../infra/aws/raw-store.ts';
import { describeStack } from '../../../infra/aws/stack.ts';
import { knownVersions } from '../../../infra/store/known-versions.ts';
import { appContext, provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { stray } from './operate.ts';
import { leaveGuizhou } from './operator.ts';

/** Nobody is asked whether it is meant. */
const unasked = { CDK_FORCE: 'true' };

/** The stacks go; documents and records stay, each document with its ingestion. */
export async function destroy(stage: Stage, [remove = '']: readonly string[]): Promise<void> {
  const outputs = await Promise.all(Object.values(provinces).map(({ stack }) => describeStack(stage.env, stack)));
  await leaveGuizhou(stage);
  stage.operateWith({});
  await stage.shell(remove, unasked);
  await stage.cdk('destroy', '--all', '--force', ...appContext);
  for (const { stack } of Object.values(provinces)) {
    const { stderr } = await stage.gongkai(['status', '--stack', stack], { allowed: [1] });
    assert.match(stderr, /There is no stack/);
  }
  const kept = await Promise.all(outputs.map((places) => keptIn(stage, places)));
  const { sichuan, guizhou } = provinces;
  const expected = [sichuan.samples.toSorted(), [stray, ...guizhou.samples]];
  assert.deepEqual(
    kept,
    expected.map((samples) => samples.map((sample) => ({ sample, ingested: true }))),
  );
}

/** Documents of a bucket, by name, and whether the table still knows what became of each. */
async function keptIn(stage: Stage, { BucketName: bucket, TableName: tableName }: Places) {
  const settings = readEnv(AwsEnv, stage.env);
  const [s3, dynamo] = [createS3Client(settings), createDynamoClient(settings)];
  const known = await knownVersions(s3, { dynamo, tableName }, { bucket, prefix: rawPrefix });
  s3.destroy();
  dynamo.destroy();
  return known
    .map(({ version, ingestion }) => ({ sample: version.key.split('/').at(-1) ?? '', ingested: ingestion !== null }))
    .toSorted((a, b) => (a.sample < b.sample ? -1 : 1));
}

interface Places {
  readonly BucketName: string;
  readonly TableName: string;
}
