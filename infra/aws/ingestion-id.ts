import { createHash } from 'node:crypto';

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
