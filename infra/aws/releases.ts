import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  manifestFile,
  Release,
  type ReleasedFile,
  type ReleaseRequest,
  type Releases,
} from '../../schema/record/release.ts';
import { createS3Client } from './aws-clients.ts';
import { AwsEnv, type Env, readEnv } from './env.ts';
import { exportPrefixes, partBytes, releaseWish } from './exports.ts';
import { linkToObject } from './originals.ts';

/** Files of releases in the bucket. Nothing under it is ever written twice, and nothing expires. */
export const releasesPrefix = 'releases/';

/** Somebody has made a release of this name. */
export class ReleaseTaken extends Error {
  override readonly name = 'ReleaseTaken';
  constructor(release: string) {
    super(`There is a release ${release} already: a release is made once. Take another name.`);
  }
}

/** The bucket, as releases use it. */
export interface ReleaseStore extends Releases {
  /** Null where none of the name is made. */
  find(name: string): Promise<Release | null>;
  /** Stores a file of a release that is being made, and says what it is made sure with. Throws where there is one. */
  write(place: ReleasePlace, file: Pick<ReleasedFile, 'path' | 'mediaType'>, pieces: Pieces): Promise<ReleasedFile>;
  /** Makes the release: its files are there, and now it is. Throws `ReleaseTaken`. */
  finish(release: Release): Promise<void>;
  /** A link to a file of a release that anyone may follow for some minutes; null where it has none there. */
  linkTo(name: string, path: string): Promise<string | null>;
}

type Pieces = AsyncIterable<Uint8Array>;

/** Where a release lies that is being made. */
export type ReleasePlace = Pick<Release, 'name' | 'folder'>;

export function createReleaseStore(s3: S3Client, bucket: string): ReleaseStore {
  const keyOf = (name: string, path: string) => `${releasesPrefix}${name}/${path}`;
  const manifestKey = (name: string) => keyOf(name, manifestFile);
  // A manifest never changes.
  const known = new Map<string, Release>();
  async function find(name: string): Promise<Release | null> {
    const before = known.get(name);
    if (before !== undefined) return before;
    const release = await readManifest(s3, { Bucket: bucket, Key: manifestKey(name) });
    if (release !== null) known.set(name, release);
    return release;
  }
  return {
    find,
    async list() {
      const names = await namesIn(s3, bucket);
      const releases = await Promise.all(names.map(find));
      return releases
        .filter((release) => release !== null)
        .sort((one, other) => (one.created < other.created ? 1 : -1));
    },
    async write({ name, folder }, { path, mediaType }, pieces) {
      // Loaded where files are written and not where they are listed.
      const [{ Upload }, { Readable }] = await Promise.all([import('@aws-sdk/lib-storage'), import('node:stream')]);
      const hash = createHash('sha256');
      let bytes = 0;
      async function* counted() {
        for await (const piece of pieces) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
      }
      const params = {
        ...{ Bucket: bucket, Key: keyOf(name, `${folder}/${path}`), ContentType: mediaType, IfNoneMatch: '*' },
        ContentDisposition: `attachment; filename="${path}"`,
        Body: Readable.from(counted(), { objectMode: false }),
      };
      await new Upload({ client: s3, params, partSize: partBytes, queueSize: 2 }).done();
      return { path, mediaType, bytes, sha256: hash.digest('hex') };
    },
    async finish(release) {
      const put = new PutObjectCommand({
        ...{ Bucket: bucket, Key: manifestKey(release.name), ContentType: 'application/json', IfNoneMatch: '*' },
        Body: `${JSON.stringify(release, null, 2)}\n`,
      });
      try {
        await s3.send(put);
      } catch (error) {
        throw isRefusedCondition(error) ? new ReleaseTaken(release.name) : error;
      }
    },
    async linkTo(name, path) {
      const release = await find(name);
      if (release === null) return null;
      const isIn = release.files.some((file) => file.path === path);
      if (!isIn && path !== manifestFile) return null;
      const key = isIn ? keyOf(name, `${release.folder}/${path}`) : manifestKey(name);
      return (await linkToObject(s3, { bucket, key, versionId: null })).url;
    },
  };
}

async function readManifest(s3: S3Client, object: { Bucket: string; Key: string }): Promise<Release | null> {
  try {
    const { Body } = await s3.send(new GetObjectCommand(object));
    return Release.parse(JSON.parse((await Body?.transformToString()) ?? 'null'));
  } catch (error) {
    if (error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return null;
    throw error;
  }
}

async function namesIn(s3: S3Client, bucket: string): Promise<string[]> {
  const names: string[] = [];
  const input = { Bucket: bucket, Prefix: releasesPrefix, Delimiter: '/' };
  for await (const { CommonPrefixes = [] } of paginateListObjectsV2({ client: s3 }, input))
    for (const { Prefix = '' } of CommonPrefixes) names.push(Prefix.slice(releasesPrefix.length, -1));
  return names;
}

function isRefusedCondition(error: unknown): boolean {
  const names = ['PreconditionFailed', 'ConditionalRequestConflict'];
  return error instanceof S3ServiceException && names.includes(error.name);
}

/** Has a stack make a release: the function that writes exports is told of what is wanted. */
export interface ReleaseWishes {
  want(request: ReleaseRequest): Promise<void>;
  /** Whether it is still wanted: nobody has made it, or failed to. */
  isWanted(name: string): Promise<boolean>;
  close(): void;
}

export function openReleaseWishes(env: Env, bucket: string): ReleaseWishes {
  const s3 = createS3Client(readEnv(AwsEnv, env));
  const wish = (name: string) => ({ Bucket: bucket, Key: `${exportPrefixes.requests}${releaseWish(name)}` });
  return {
    async want(request) {
      const put = { ...wish(request.name), Body: JSON.stringify(request), ContentType: 'application/json' };
      await s3.send(new PutObjectCommand(put));
    },
    async isWanted(name) {
      try {
        await s3.send(new HeadObjectCommand(wish(name)));
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'NotFound') return false;
        throw error;
      }
    },
    close: () => s3.destroy(),
  };
}

/** The releases in a bucket behind a client of their own, to be closed. */
export function openReleases(env: AwsEnv, bucket: string): Releases & { close(): void } {
  const s3 = createS3Client(env);
  const { list } = createReleaseStore(s3, bucket);
  return { list, close: () => s3.destroy() };
}
