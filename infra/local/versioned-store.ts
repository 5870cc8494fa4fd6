import { Readable } from 'node:stream';
import type { Store } from '@20minutes/s3rver';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { createCurrentVersions } from './current-versions.ts';
import { s3Requests } from './s3-request.ts';
import { isSafePath } from './safe-path.ts';
import { isSequencer, type Sequencer } from './sequencer.ts';

/** The bucket whose objects have versions, and the one where the versions are kept as `<key>/<version>`. */
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
export function versionedStore(base: Store, { bucket, versionsBucket, sequencer }: VersionedBucket): Store {
  const current = createCurrentVersions(base, bucket, versionsBucket);
  const asked = () => s3Requests.getStore()?.askedVersion ?? null;
  const versionKey = (key: string, versionId: string) => `${key}/${isSequencer(versionId) ? versionId : 'none'}`;

  async function created(key: string, versionId: string, size: number, md5: string): Promise<void> {
    await current.promote(key, versionId);
    const request = s3Requests.getStore();
    if (request) request.created = { bucket, key, versionId, size, eTag: md5 };
  }

  const overrides: Partial<Store> = {
    async putObject(object) {
      if (object.bucket !== bucket) return base.putObject(object);
      refuseUnsafe(object.key);
      const versionId = sequencer.next();
      const key = versionKey(object.key, versionId);
      const stored = await base.putObject({ ...object, bucket: versionsBucket, key, content: decoded(object.content) });
      await created(object.key, versionId, stored.size, stored.md5);
      return stored;
    },
    putPart(inBucket, uploadId, part, content) {
      return base.putPart(inBucket, uploadId, part, decoded(content));
    },
    async copyObject(fromBucket, fromKey, toBucket, toKey, metadata) {
      if (toBucket !== bucket) return base.copyObject(fromBucket, fromKey, toBucket, toKey, metadata);
      refuseUnsafe(fromKey);
      const versionId = sequencer.next();
      const key = versionKey(toKey, versionId);
      const stored = await base.copyObject(fromBucket, fromKey, versionsBucket, key, metadata);
      await created(toKey, versionId, stored['content-length'], stored.etag.replaceAll('"', ''));
      return stored;
    },
    async existsObject(inBucket, key) {
      const version = inBucket === bucket ? asked() : null;
      return version === null
        ? base.existsObject(inBucket, key)
        : base.existsObject(versionsBucket, versionKey(key, version));
    },
    async getObject(inBucket, key, options) {
      if (inBucket !== bucket) return base.getObject(inBucket, key, options);
      const version = asked();
      const request = s3Requests.getStore();
      if (request) request.served = version ?? (await current.of(key));
      if (version === null) return base.getObject(bucket, key, options);
      return base.getObject(versionsBucket, versionKey(key, version), options);
    },
    async deleteObject(inBucket, key) {
      if (inBucket !== bucket) return base.deleteObject(inBucket, key);
      const version = asked();
      if (version !== null) await base.deleteObject(versionsBucket, versionKey(key, version));
      await current.withdraw(key, version);
    },
  };
  const store: Store = Object.create(base);
  return Object.assign(store, overrides);
}

/** Buffers become streams, for the store does not wait until a buffer is written. */
function decoded(content: Readable | Buffer): Readable {
  const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
  return s3Requests.getStore()?.hasTrailer ? stream.pipe(new AwsChunkedDecoder()) : stream;
}

function refuseUnsafe(key: string): void {
  if (!isSafePath(key))
    throw Object.assign(new Error('The key leads out of the bucket'), { status: 400, expose: true });
}
