import type { Logger } from '@aws-lambda-powertools/logger';
import { z } from 'zod';
import { type ExportStore, exportPrefixes } from '../../infra/aws/exports.ts';
import { type ReleaseStore, ReleaseTaken } from '../../infra/aws/releases.ts';
import { SegmentWish } from '../../infra/search/segment-wish.ts';
import { ExportRequest } from '../../schema/record/exports/export-kind.ts';
import { ReleaseRequest } from '../../schema/record/release.ts';
import { type Deliver, fileHeaders } from './answer-export.ts';
import { bytesOf } from './formats/piece.ts';
import { makeRelease, NothingToRelease } from './make-release.ts';
import { type PreparedFile, prepareFile } from './prepare-file.ts';
import type { PanelReader } from './snapshot.ts';

/** Seconds until it is worth asking again for a file that is being written. */
const askAgainSeconds = 3;

/**
 * Sends whoever asks to the file in the bucket. A file that is not there yet is asked for to be written, and the answer is 202 with
 * Retry-After, which `gongkai export` heeds, and Refresh, which browsers do.
 */
export function linkExport(store: ExportStore): Deliver {
  return async (request, file) => {
    const key = fileKey(file);
    const url = await store.linkTo(key);
    const headers = { ...fileHeaders, 'cache-control': 'no-store' };
    if (url !== null) return new Response(null, { status: 302, headers: { ...headers, location: url } });
    await store.want(key, request);
    const message = `The file is being written. Ask again in ${askAgainSeconds} seconds.`;
    const again = { 'retry-after': String(askAgainSeconds), refresh: String(askAgainSeconds) };
    return Response.json({ message }, { status: 202, headers: { ...headers, ...again } });
  };
}

/** A file of unchanged data has the same key, so it is written once for all who ask. */
function fileKey({ digest, name }: PreparedFile): string {
  return `${digest}/${name}`;
}

/** The notification by which S3 tells of what is wanted (Amazon S3 User Guide, "Event message structure"). */
export const WantedEvent = z.object({
  Records: z.array(
    z.object({ s3: z.object({ object: z.object({ key: z.string().startsWith(exportPrefixes.requests) }) }) }),
  ),
});
export type WantedEvent = z.infer<typeof WantedEvent>;

/** What may be wanted: a file of an export, a release, or the index of a year's texts. */
const Wanted = z.union([ExportRequest, ReleaseRequest, SegmentWish]);

/** What files are written from, where they go, and where it is told what became of a release. */
interface Writing {
  readonly reader: PanelReader;
  readonly store: ExportStore;
  readonly releases: ReleaseStore;
  /** Makes the index of a year's texts, by which the API searches. */
  readonly makeSegment: (year: number) => Promise<void>;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** That a name is taken or that there is nothing is no failure of ours: nobody is to try again. */
async function makeWantedRelease(
  request: ReleaseRequest,
  { reader, releases, logger }: Pick<Writing, 'reader' | 'releases' | 'logger'>,
): Promise<void> {
  try {
    const { name, version, reports } = await makeRelease(reader, releases, request, new Date());
    logger.info('release made', { name, version, reports });
  } catch (error) {
    if (!(error instanceof ReleaseTaken || error instanceof NothingToRelease)) throw error;
    logger.warn('release refused', { name: request.name, reason: error.message });
  }
}

/**
 * Writes the files that are wanted. The data may have changed since somebody asked: then the file is that of the data as it is,
 * under a key of its own, and whoever asks again asks for that one. A wish is taken back in any case: where writing has failed, who
 * asks again wishes anew.
 */
export async function writeWanted({ Records }: WantedEvent, writing: Writing): Promise<void> {
  const { store } = writing;
  for (const { s3 } of Records) {
    const wish = decodeURIComponent(s3.object.key.replaceAll('+', ' ')).slice(exportPrefixes.requests.length);
    const wanted = await store.wanted(wish);
    if (wanted === null) continue;
    try {
      await write(Wanted.parse(wanted), writing);
    } finally {
      await store.done(wish);
    }
  }
}

async function write(wanted: z.infer<typeof Wanted>, writing: Writing): Promise<void> {
  switch (wanted.what) {
    case 'search':
      return writing.makeSegment(wanted.year);
    case 'release':
      return makeWantedRelease(wanted, writing);
    default: {
      const file = await prepareFile(writing.reader, wanted);
      const { name, mediaType, pieces } = file;
      return writing.store.write({ key: fileKey(file), mediaType, name }, bytesOf(pieces()));
    }
  }
}
