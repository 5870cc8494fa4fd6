import type { ExportStore } from '../../infra/aws/exports.ts';
import { type ExportRequest, fileName } from '../../schema/record/exports/export-kind.ts';
import { type Deliver, fileHeaders } from './answer-export.ts';

/** Seconds until it is worth asking again for a file that is being written. */
const askAgainSeconds = 3;

/**
 * Sends whoever asks to the file in the bucket. A file that is not there yet is asked for to be written, and the answer is 202 with
 * Retry-After, which `gongkai export` heeds, and Refresh, which browsers do.
 */
export function linkExport(store: ExportStore): Deliver {
  return async (request, { digest }) => {
    const key = fileKey(digest, request);
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
export function fileKey(digest: string, request: ExportRequest): string {
  return `${digest}/${fileName(request)}`;
}
