import { objectRecord } from '../../aws/s3-message.ts';

/** One version of an object. Its id is its sequencer too. `size` is bytes, `eTag` as S3 makes it, without quotes. */
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

/** Versions that can follow one another within a millisecond before the sequence runs ahead of the clock. */
const perMillisecond = 4096n;
const digits = 18;

/** Gives each object version a number greater than any before it, as S3 does with `sequencer`. */
export interface Sequencer {
  /** Upper-case hexadecimal, all of one length, so that the numbers compare as strings. */
  next(): string;
}

/** A sequence that goes on after `last`, however the clock has been set since. `now` is milliseconds since 1970. */
export function createSequencer(last: string | null, now: () => number): Sequencer {
  let latest = last === null ? 0n : BigInt(`0x${last}`);
  return {
    next() {
      const byClock = BigInt(now()) * perMillisecond;
      latest = byClock > latest ? byClock : latest + 1n;
      return latest.toString(16).toUpperCase().padStart(digits, '0');
    },
  };
}

/** The number after a sequencer: of a version that came directly after another. */
export function versionAfter(sequencer: string): string {
  return createSequencer(sequencer, () => 0).next();
}

/** The time in a sequencer: the event of a version is the same whenever it is told. */
export function timeOf(sequencer: string): Date {
  return new Date(Number(BigInt(`0x${sequencer}`) / perMillisecond));
}

/** Whether a text has the form of a sequencer. */
export function isSequencer(text: string): boolean {
  return text.length === digits && /^[0-9A-F]+$/.test(text);
}

/** The message S3 sends for a new object version. */
export function creationMessage(version: ObjectVersion, creation: Creation): string {
  const eventTime = timeOf(version.versionId).toISOString();
  const event = { ...version, sequencer: version.versionId, eventTime };
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
