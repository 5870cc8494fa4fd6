import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Arrival } from '../../schema/record/version-head.ts';

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

/** Digits a `sequencer` is padded to: S3 gives hexadecimal numbers of differing length that compare as strings once padded. */
const sequencerDigits = 32;

/**
 * When an object version arrived, comparable as a string: the time of its event, then the `sequencer` by which S3 orders
 * the events of one key. `eventTime` is ISO 8601; any precision gives the same form.
 */
export function arrivalOf(eventTime: string, sequencer: string): Arrival {
  return `${new Date(eventTime).toISOString()}#${sequencer.toUpperCase().padStart(sequencerDigits, '0')}`;
}

/** What tells one object version from every other. */
export interface ObjectIdentity {
  readonly bucket: string;
  readonly key: string;
  /** Null in a bucket without versioning; there the `sequencer` of the event stands for it. */
  readonly versionId: string | null;
  readonly sequencer: string;
}

/**
 * Id of the ingestion of an object version: the same version has the same id however often it is delivered. `member` is the
 * path of a file in an archive, which has an ingestion of its own.
 */
export function ingestionId(object: ObjectIdentity, member?: string): string {
  const version = object.versionId ?? `sequencer:${object.sequencer}`;
  const identity = [object.bucket, object.key, version, ...(member === undefined ? [] : [member])];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
}

/**
 * Stands beside the records of a notification that S3 did not send: someone asked for these object versions again.
 * With `force` they are ingested although the same parser has read them. In the body, not in an attribute of the message,
 * so that it stays with it on every way through the dead-letter queue.
 */
export const ReprocessMark = z.object({ force: z.boolean() });
export type ReprocessMark = z.infer<typeof ReprocessMark>;
