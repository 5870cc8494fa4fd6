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
  const { bucket, key, versionId, size, eTag } = version;
  const object = { key: encodedKey(key), size, eTag, versionId, sequencer: versionId };
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: localRegion,
    eventTime: timeOf(versionId),
    eventName: `ObjectCreated:${creation}`,
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'raw-documents',
      bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
      object,
    },
  };
  return JSON.stringify({ Records: [record] });
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

/** As in an HTML form, slashes kept: what S3 does with keys in events. */
function encodedKey(key: string): string {
  return key.split('/').map(formEncoded).join('/');
}

function formEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
