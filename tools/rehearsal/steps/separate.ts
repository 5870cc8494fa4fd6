import { createS3Client, createSqsClient } from '../../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { objectVersions } from '../../../infra/aws/object-versions.ts';
import { sendMessages } from '../../../infra/aws/queue.ts';
import { objectRecord } from '../../../infra/aws/s3-message.ts';
import { describeStack } from '../../../infra/aws/stack.ts';
import { provinces, region } from '../account.ts';
import { askUntil } from '../ask.ts';
import type { Stage } from '../stage.ts';

const agenciesQuery = '{ agencies(first: 20) { totalCount nodes { name } } }';

/** Each province's API serves its own agencies and none of the other's. */
export async function querySeparately(stage: Stage): Promise<void> {
  for (const { stack, agencies } of Object.values(provinces)) {
    const nodes = agencies.map((name) => ({ name }));
    const expected = { agencies: { totalCount: nodes.length, nodes } };
    await askUntil(stage, ['--stack', stack], agenciesQuery, expected);
  }
}

/** The key of a document in Guizhou's bucket, by which the message that must die is known again. */
export const foreignKey = 'raw/qingzhen-2020.txt';

/**
 * Sichuan's queue is told of a document in Guizhou's bucket. IAM refuses it to Sichuan's function, which is a fault and no
 * property of the document: the message is delivered until it is dead. `showDeadLetter` looks for it later.
 */
export async function sendPoison(stage: Stage): Promise<void> {
  const [own, other] = await Promise.all([
    describeStack(stage.env, provinces.sichuan.stack),
    describeStack(stage.env, provinces.guizhou.stack),
  ]);
  const settings = readEnv(AwsEnv, stage.env);
  const [s3, sqs] = [createS3Client(settings), createSqsClient(settings)];
  const versions = await objectVersions(s3, { bucket: other.BucketName, prefix: foreignKey });
  const bodies = versions.map((version) => {
    const event = { ...version, eventTime: version.lastModified, sequencer: '1', creation: 'Put', region };
    return JSON.stringify({ Records: [objectRecord(event)] });
  });
  await sendMessages(sqs, { queueUrl: own.QueueUrl, bodies });
  s3.destroy();
  sqs.destroy();
}
