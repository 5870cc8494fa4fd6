import { createHash } from 'node:crypto';

/** What tells one object version from every other. */
export interface ObjectIdentity {
  readonly bucket: string;
  readonly key: string;
  /** Null in a bucket without versioning; there the `sequencer` of the event stands for it. */
  readonly versionId: string | null;
  readonly sequencer: string;
}

/** Id of the ingestion of an object version: the same version has the same id however often it is delivered. */
export function ingestionId(object: ObjectIdentity): string {
  const identity = [object.bucket, object.key, object.versionId ?? `sequencer:${object.sequencer}`];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
}
