import type { ReprocessMark } from '../../infra/aws/s3-message.ts';
import { objectRecord } from '../../infra/aws/s3-message.ts';
import type { KnownVersion } from '../../infra/store/known-versions.ts';

/** How the message is to be sent: where the bucket is, and whether the same parser is to read again. */
export interface ReprocessRequest extends ReprocessMark {
  readonly region: string;
}

/**
 * The notification of an object version, as S3 sent it when it came: with the time and the sequencer its ingestion keeps,
 * so that it takes its old place among the versions of its report. One that was never ingested takes the time the bucket
 * lists, and its place among the versions of its key. The same version gives the same message, whenever it is asked for.
 */
export function reprocessMessage({ version, ingestion }: KnownVersion, { region, force }: ReprocessRequest): string {
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
