import { Readable } from 'node:stream';
import type { Store } from '@20minutes/s3rver';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { type CurrentVersions, createCurrentVersions } from './current-versions.ts';
import { s3Requests } from './s3-request.ts';
import { isSafePath } from './safe-path.ts';
import { isSequencer, type Sequencer } from './sequencer.ts';
import { versionPath } from './version-path.ts';

/** The bucket whose objects have versions, and the one where the versions are kept. */
export interface VersionedBucket {
  readonly bucket: string;
  readonly versionsBucket: string;
  readonly sequencer: Sequencer;
}

/**
 * A store that keeps every version of an object, as a bucket with versioning does: new bytes go to a place of their own,
 * where nothing overwrites them, and are then copied to the key. So a version can be read whole after the key has been
 * overwritten or deleted, and a version whose metadata is there is complete even when the process was killed.
 */
export function versionedStore(base: Store, versioned: VersionedBucket): Store {
  const current = createCurrentVersions(base, versioned.bucket, versioned.versionsBucket);
  const store: Store = Object.create(base);
  return Object.assign(store, writing(base, versioned, current), reading(base, versioned, current));
}

function writing(base: Store, { bucket, versionsBucket, sequencer }: VersionedBucket, current: CurrentVersions) {
  async function created(key: string, versionId: string, size: number, eTag: string): Promise<void> {
    await current.promote(key, versionId);
    const request = s3Requests.getStore();
    if (request) request.created = { bucket, key, versionId, size, eTag };
  }
  return {
    async putObject(object) {
      if (object.bucket !== bucket) return base.putObject(object);
      refuseUnsafe(object.key);
      const versionId = sequencer.next();
      const place = { bucket: versionsBucket, key: versionPath(object.key, versionId) };
      const stored = await base.putObject({ ...object, ...place, content: decoded(object.content) });
      await created(object.key, versionId, stored.size, stored.md5);
      return stored;
    },
    putPart(inBucket, uploadId, part, content) {
      return base.putPart(inBucket, uploadId, part, decoded(content));
    },
    async copyObject(fromBucket, fromKey, toBucket, toKey, metadata) {
      refuseUnsafe(fromKey);
      if (toBucket !== bucket) return base.copyObject(fromBucket, fromKey, toBucket, toKey, metadata);
      const versionId = sequencer.next();
      const place = versionPath(toKey, versionId);
      const stored = await base.copyObject(fromBucket, fromKey, versionsBucket, place, metadata);
      await created(toKey, versionId, stored['content-length'], stored.etag.replaceAll('"', ''));
      return stored;
    },
  } satisfies Partial<Store>;
}

function reading(base: Store, { bucket, versionsBucket }: VersionedBucket, current: CurrentVersions) {
  /** The version a request asks for of a key in the bucket. What has not the form of a version leads to no file. */
  const asked = (inBucket: string): string | null => {
    const version = inBucket === bucket ? (s3Requests.getStore()?.askedVersion ?? null) : null;
    return version === null || isSequencer(version) ? version : 'none';
  };
  return {
    async existsObject(inBucket, key) {
      const version = asked(inBucket);
      if (version === null) return base.existsObject(inBucket, key);
      return base.existsObject(versionsBucket, versionPath(key, version));
    },
    async getObject(inBucket, key, options) {
      const version = asked(inBucket);
      const request = s3Requests.getStore();
      if (request && inBucket === bucket) request.served = version ?? (await current.of(key));
      if (version === null) return base.getObject(inBucket, key, options);
      return base.getObject(versionsBucket, versionPath(key, version), options);
    },
    async deleteObject(inBucket, key) {
      if (inBucket !== bucket) return base.deleteObject(inBucket, key);
      const version = asked(inBucket);
      if (version !== null) await base.deleteObject(versionsBucket, versionPath(key, version));
      await current.withdraw(key, version);
    },
  } satisfies Partial<Store>;
}

/** Buffers become streams, for the store does not wait until a buffer is written. */
function decoded(content: Readable | Buffer): Readable {
  const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
  return s3Requests.getStore()?.hasTrailer ? stream.pipe(new AwsChunkedDecoder()) : stream;
}

function refuseUnsafe(key: string): void {
  if (isSafePath(key)) return;
  throw Object.assign(new Error('The key leads out of the bucket'), { status: 400, expose: true });
}
