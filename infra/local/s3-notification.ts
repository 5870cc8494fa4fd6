import { objectRecord } from '../s3-message.ts';
import { timeOf } from './sequencer.ts';

/** One version of an object. Its id is its sequencer too. `size` is bytes, `eTag` the MD5 of the bytes. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly eTag: string;
}

/** How an object came about (Amazon S3 User Guide, "Supported event types"). */
export type Creation = 'Put' | 'Post' | 'Copy' | 'CompleteMultipartUpload';

export const localRegion = 'us-east-1';

/** The message S3 sends for a new object version. */
export function creationMessage(version: ObjectVersion, creation: Creation): string {
  const event = { ...version, sequencer: version.versionId, eventTime: timeOf(version.versionId) };
  return JSON.stringify({ Records: [objectRecord({ ...event, creation, region: localRegion })] });
}

/** The message S3 sends when notifications are set up. */
export function testMessage(bucket: string, time: Date): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: time.toISOString(),
    Bucket: bucket,
    RequestId: 'LOCAL',
    HostId: 'local',
  });
}
