import { createHash } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { exposedHeaders } from '../../infra/aws/api.ts';
import { divisionByCode } from '../../schema/law/vocabulary/divisions.ts';
import type { ErrorCode } from '../../schema/law/vocabulary/error-codes.ts';
import { dataPackage } from '../../schema/record/exports/data-package.ts';
import { type ExportRequest, fileKinds, fileName } from '../../schema/record/exports/export-kind.ts';
import recordSchema from '../../schema/record/exports/record-schema.generated.json' with { type: 'json' };
import { atomMediaType } from './atom.ts';
import { type ExportAddress, readAddress } from './export-address.ts';
import { divisionFeed, type FeedReader } from './feed.ts';
import { type ExportReader, type Snapshot, takeSnapshot } from './snapshot.ts';
import { formsOf, writeExport } from './write-export.ts';

/**
 * Sends files as they are written. A failure on the way, which goes to `onFailure`, ends the connection, so that no part is taken
 * for the whole.
 */
export function streamExport(reader: ExportReader, onFailure: (error: unknown) => void): Deliver {
  return async (request, snapshot) => {
    const body = ReadableStream.from(encoded(writeExport(reader, snapshot, request.kind), onFailure));
    // Node's stream of the web is the one that the type of a body means, by another declaration.
    return new Response(body as unknown as BodyInit, {
      headers: {
        ...fileHeaders,
        'content-type': fileKinds[request.kind].mediaType,
        'content-disposition': `attachment; filename="${fileName(request)}"`,
      },
    });
  };
}

async function* encoded(
  pieces: AsyncIterable<string>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of pieces) yield Buffer.from(piece);
  } catch (error) {
    onFailure(error);
    throw error;
  }
}

/** How a file reaches whoever asked: written at once, or by a link once it has been written. */
export type Deliver = (request: ExportRequest, snapshot: Snapshot) => Promise<Response>;

/** Public data, asked for without credentials, asked for again before it is shown. */
const common = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
  'cache-control': 'public, no-cache',
} as const;

/**
 * Answers what is asked under `/export/`. Errors are JSON with a code: NOT_FOUND for an address where nothing is and for a
 * province and year without reports, METHOD_NOT_ALLOWED. Whoever holds a file already is told so with 304.
 */
export async function answerExport(
  request: Request,
  reader: ExportReader & FeedReader,
  deliver: Deliver,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refused(405, { code: 'METHOD_NOT_ALLOWED', message: 'Exports are asked for with GET.' });
  }
  const address = readAddress(new URL(request.url));
  if (address === null) return refused(404, { code: 'NOT_FOUND', message: usage });
  if (address.what === 'schema') return json(recordSchema);
  if (address.what === 'feed') return answerFeed(request, reader, address.division);
  const asked = address.what === 'file' ? address.request : address;
  const snapshot = await takeSnapshot(reader, asked);
  if (snapshot.reports.length + snapshot.plans.length === 0) {
    const message = `Nothing is stored of province ${asked.province} for ${asked.year}.`;
    return refused(404, { code: 'NOT_FOUND', message });
  }
  return answerFound(request, { address, snapshot }, deliver);
}

const usage =
  'Exports are at /export/{province}/{year}.csv, .csv?shape=wide, .ndjson, .json and .datapackage.json, with a province by its two digits, as 51, and ?level= and ?type= as the API has them; news at /export/{province}/{division}.atom, a division by its six.';

async function answerFeed(request: Request, reader: FeedReader, division: string): Promise<Response> {
  const feed = await divisionFeed(reader, division);
  if (feed === null) return refused(404, { code: 'NOT_FOUND', message: `No report of ${division} is stored.` });
  const etag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, digestLength)}"`;
  const headers = { ...common, etag };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(feed, { headers: { ...headers, 'content-type': atomMediaType } });
}

const digestLength = 27;

interface Found {
  readonly address: Extract<ExportAddress, { what: 'file' | 'package' }>;
  readonly snapshot: Snapshot;
}

async function answerFound(request: Request, { address, snapshot }: Found, deliver: Deliver): Promise<Response> {
  const etag = `"${snapshot.digest}"`;
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers: { ...common, etag } });
  }
  const response = address.what === 'file' ? await deliver(address.request, snapshot) : packageOf(address, snapshot);
  if (response.status !== 202) response.headers.set('etag', etag);
  return response;
}

function packageOf({ province, year }: { province: string; year: number }, snapshot: Snapshot): Response {
  const provinceName = divisionByCode(`${province}0000`)?.name ?? province;
  return json(dataPackage({ province, provinceName, year, forms: formsOf(snapshot), version: snapshot.digest }));
}

function json(content: unknown): Response {
  return Response.json(content, { headers: common });
}

/** An error as JSON, coded as those of GraphQL are. */
export function refused(status: number, error: { readonly code: ErrorCode; readonly message: string }): Response {
  return Response.json({ error }, { status, headers: { ...common, 'cache-control': 'no-store' } });
}

/** Headers of a file that is sent or linked to. */
export const fileHeaders = common;
