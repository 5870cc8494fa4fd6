import { createDynamoClient, createS3Client, createSqsClient } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { sendMessages } from '../../infra/aws/queue.ts';
import { type KnownVersion, knownVersions } from '../../infra/store/known-versions.ts';
import { progressBar } from '../progress/progress-bar.ts';
import type { Target } from '../target.ts';
import { reprocessMessage } from './reprocess-message.ts';
import { isSelected, prefixesOf, type Selection } from './selection.ts';

/** The object versions a selection means, in the order of the bucket's list. */
export async function selectVersions(target: Target, selection: Selection): Promise<KnownVersion[]> {
  const prefixes = prefixesOf(selection);
  const settings = readEnv(AwsEnv, target.env);
  const [s3, dynamo] = [createS3Client(settings), createDynamoClient(settings)];
  const table = { dynamo, tableName: target.tableName };
  try {
    const found: KnownVersion[] = [];
    for (const prefix of prefixes) {
      const known = await knownVersions(s3, table, { bucket: target.bucket, prefix });
      found.push(...known.filter((version) => isSelected(selection, version)));
    }
    return found;
  } finally {
    s3.destroy();
    dynamo.destroy();
  }
}

/** Sends the versions through the queue again; with `force` also those that this very parser has read. */
export async function sendAgain(target: Target, versions: readonly KnownVersion[], force: boolean): Promise<void> {
  const sqs = createSqsClient(readEnv(AwsEnv, target.env));
  const bar = progressBar('Reprocess', versions.length);
  const bodies = versions.map((version) => reprocessMessage(version, { region: target.region, force }));
  let sent = 0;
  try {
    await sendMessages(sqs, { queueUrl: target.queueUrl, bodies }, (count) => {
      bar.advance(count - sent, '');
      sent = count;
    });
  } finally {
    bar.end(`Reprocess: ${sent} of ${versions.length} object versions are in the queue`);
    sqs.destroy();
  }
}
