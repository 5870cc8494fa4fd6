import { createS3Client, createSqsClient } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { sendMessages } from '../../infra/aws/queue.ts';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { objectRecord, type ReprocessMark } from '../../infra/aws/s3-message.ts';
import { type KnownVersion, knownVersions } from '../../infra/store/known-versions.ts';
import type { Outcome } from '../../schema/record/report.ts';
import { progressBar } from '../progress-bar.ts';
import type { Target } from '../target.ts';

/** Which object versions to ingest again: every condition given must hold. */
export interface Selection {
  readonly prefix?: string;
  readonly key?: readonly string[];
  readonly outcome?: Outcome;
  readonly all?: true;
}

/**
 * The prefixes to list in the bucket. Throws where nothing is selected, for to ingest everything again must be said, and
 * where the selection is of what lies elsewhere than documents do.
 */
function prefixesOf({ prefix, key, outcome, all }: Selection): readonly string[] {
  if (prefix === undefined && key === undefined && outcome === undefined && all === undefined) {
    throw new Error('Say what to ingest again: --prefix, --key, --outcome, or --all.');
  }
  const prefixes = key ?? [prefix ?? rawPrefix];
  const stray = prefixes.find((one) => !one.startsWith(rawPrefix));
  if (stray !== undefined) throw new Error(`Documents lie under ${rawPrefix}; ${stray} does not.`);
  return prefixes;
}

/** Whether a listed version is selected. */
function isSelected({ prefix = '', key, outcome }: Selection, { version, ingestion }: KnownVersion): boolean {
  return (
    version.key.startsWith(prefix) &&
    (key === undefined || key.includes(version.key)) &&
    (outcome === undefined || ingestion?.outcome === outcome)
  );
}

/** How the message is to be sent: where the bucket is, and whether the same parser is to read again. */
interface ReprocessRequest extends ReprocessMark {
  readonly region: string;
}

/**
 * The notification of an object version, as S3 sent it when it came: with the time and the sequencer its ingestion keeps,
 * so that it takes its old place among the versions of its report. One that was never ingested takes the time the bucket
 * lists, and its place among the versions of its key. The same version gives the same message, whenever it is asked for.
 */
function reprocessMessage({ version, ingestion }: KnownVersion, { region, force }: ReprocessRequest): string {
  const record = objectRecord({
    ...version,
    eventTime: ingestion?.arrivedAt ?? version.lastModified,
    sequencer: ingestion?.sequencer ?? version.ordinal.toString(16),
    creation: 'Put',
    region,
  });
  const reprocess: ReprocessMark = { force };
  return JSON.stringify({ Records: [record], reprocess });
}

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
