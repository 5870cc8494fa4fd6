import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { ExportStore } from '../aws/exports.ts';
import { segmentFormat } from './segment-file.ts';
import { type SegmentWish, segmentPrefix, segmentWishes } from './segment-wish.ts';
import type { SegmentFile, SegmentStore } from './segments.ts';

/** The place of a segment; one of another format stands beside it, so that releases do not read each other's. */
function keyOf(year: number): string {
  return `${segmentPrefix}${segmentFormat}/${year}.sqlite`;
}

/** Segments that the bucket holds and another function makes, copied to the disk of this one while they are used. */
export function createBucketSegments(s3: S3Client, bucket: string, exports: Pick<ExportStore, 'want'>): SegmentStore {
  let folder: Promise<string> | undefined;
  return {
    async newest(year, held) {
      folder ??= mkdtemp(join(tmpdir(), 'gongkai-search-'));
      return fetchSegment(s3, { bucket, year, held, folder: await folder });
    },
    want: (year) => exports.want(`${segmentWishes}${year}.json`, { what: 'search', year } satisfies SegmentWish),
    release: ({ path }) => rm(path, { force: true }),
    async close() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}

interface Fetching {
  readonly bucket: string;
  readonly year: number;
  readonly held: string | null;
  readonly folder: string;
}

let fetched = 0;

async function fetchSegment(
  s3: S3Client,
  { bucket, year, held, folder }: Fetching,
): Promise<SegmentFile | 'held' | null> {
  const get = new GetObjectCommand({
    Bucket: bucket,
    Key: keyOf(year),
    ...(held === null ? {} : { IfNoneMatch: held }),
  });
  try {
    const { Body, ETag = '' } = await s3.send(get);
    if (!(Body instanceof Readable)) throw new Error(`${keyOf(year)} has no content`);
    fetched += 1;
    const path = join(folder, `${year}-${fetched}.sqlite`);
    await pipeline(Body, createWriteStream(path));
    return { path, name: ETag, bytes: (await stat(path)).size };
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (error.name === 'NoSuchKey') return null;
    if (error.$metadata.httpStatusCode === 304) return 'held';
    throw error;
  }
}

/**
 * Makes the segment of a year in the bucket anew: `build` writes it, or adds to what there is. Whoever reads meanwhile sees the one before,
 * or the new one whole.
 */
export async function replaceSegment(
  s3: S3Client,
  { bucket, year }: { readonly bucket: string; readonly year: number },
  build: (path: string) => Promise<void>,
): Promise<void> {
  const { Upload } = await import('@aws-sdk/lib-storage');
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-segment-'));
  try {
    const before = await fetchSegment(s3, { bucket, year, held: null, folder });
    const path = before === null || before === 'held' ? join(folder, `${year}.sqlite`) : before.path;
    await build(path);
    const params = {
      Bucket: bucket,
      Key: keyOf(year),
      Body: createReadStream(path),
      ContentType: 'application/vnd.sqlite3',
    };
    await new Upload({ client: s3, params, partSize: 8 * 1024 * 1024, queueSize: 2 }).done();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
