/** One object version and the event by which it came. */
export interface ObjectEvent {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly sequencer: string;
  /** ISO 8601. */
  readonly eventTime: string;
  /** Bytes. */
  readonly size: number;
  /** MD5 of the bytes, where S3 says so. */
  readonly eTag: string;
  /** How the object came about: `Put`, `Post`, `Copy` (Amazon S3 User Guide, "Supported event types"). */
  readonly creation: string;
  readonly region: string;
}

/** The record S3 sends for a new object version (Amazon S3 User Guide, "Event message structure"). */
export function objectRecord(event: ObjectEvent) {
  const { bucket, key, versionId, sequencer, eventTime, size, eTag, creation, region } = event;
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime,
    eventName: `ObjectCreated:${creation}`,
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'raw-documents',
      bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
      object: { key: encodedKey(key), size, eTag, versionId, sequencer },
    },
  };
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
