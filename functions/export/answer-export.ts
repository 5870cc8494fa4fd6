import { createHash } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { exposedHeaders } from '../../infra/aws/api.ts';
import { divisionByCode } from '../../schema/law/vocabulary/divisions.ts';
import type { ErrorCode } from '../../schema/law/vocabulary/error-codes.ts';
import { dataPackage } from '../../schema/record/exports/data-package.ts';
import type { ExportRequest } from '../../schema/record/exports/export-kind.ts';
import { panelPackage } from '../../schema/record/exports/panel/panel-package.ts';
import recordSchema from '../../schema/record/exports/record-schema.generated.json' with { type: 'json' };
import { isReadFrom } from '../../schema/record/original-path.ts';
import type { Originals } from '../../schema/record/originals.ts';
import { atomMediaType } from './atom.ts';
import { panelCodebook } from './codebook.ts';
import { type ExportAddress, readAddress } from './export-address.ts';
import { divisionFeed, type FeedReader } from './feed.ts';
import { bytesOf } from './formats/piece.ts';
import { type PreparedFile, prepareFile } from './prepare-file.ts';
import { type ExportReader, type PanelReader, type Snapshot, takeSnapshot } from './snapshot.ts';
import { formsOf } from './write-export.ts';

/** How a file reaches whoever asked: written at once, or by a link once it has been written. */
export type Deliver = (request: ExportRequest, file: PreparedFile) => Promise<Response>;

/**
 * Sends files as they are written. A failure on the way, which goes to `onFailure`, ends the connection, so that no part is taken
 * for the whole.
 */
export function streamExport(onFailure: (error: unknown) => void): Deliver {
  return async (_request, { name, mediaType, pieces }) => {
    const body = ReadableStream.from(reporting(bytesOf(pieces()), onFailure));
    // Node's stream of the web is the one that the type of a body means, by another declaration.
    return new Response(body as unknown as BodyInit, {
      headers: {
        ...fileHeaders,
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  };
}

async function* reporting(
  pieces: AsyncIterable<Uint8Array>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}

/** How what was asked for reaches whoever asked: files of exports, and originals by a link. */
export interface Delivery {
  readonly deliver: Deliver;
  readonly linkTo: Originals['linkTo'];
  /** A link to a file of a release; null where there is none. */
  readonly linkToRelease: (name: string, path: string) => Promise<string | null>;
}

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
  reader: PanelReader & FeedReader,
  { deliver, linkTo, linkToRelease }: Delivery,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refused(405, { code: 'METHOD_NOT_ALLOWED', message: 'Exports are asked for with GET.' });
  }
  const address = readAddress(new URL(request.url));
  if (address === null) return refused(404, { code: 'NOT_FOUND', message: usage });
  if (address.what === 'schema') return json(recordSchema);
  if (address.what === 'feed') return answerFeed(request, reader, address.division);
  if (address.what === 'codebook') return answerText(request, panelCodebook(), 'text/csv; charset=utf-8');
  if (address.what === 'package') return answerPackage(request, reader, address);
  if (address.what === 'original') return leadToOriginal(reader, address, linkTo);
  if (address.what === 'release') {
    const url = await linkToRelease(address.name, address.path);
    return url === null ? refused(404, { code: 'NOT_FOUND', message: 'No release has such a file.' }) : ledTo(url);
  }
  const file = await prepareFile(reader, address.request);

  if (file.isEmpty) return refused(404, { code: 'NOT_FOUND', message: 'Nothing is stored of what was asked for.' });
  if (address.what === 'panelPackage')
    return unlessHeld(request, file.digest, async () => json(panelPackage(file.digest)));
  if (file.refusal !== null) return refused(400, { code: 'BAD_USER_INPUT', message: file.refusal });
  return unlessHeld(request, file.digest, () => deliver(address.request, file));
}

const usage =
  'Exports are at /export/{province}/{year}.csv, .csv?shape=wide, .ndjson, .json and .datapackage.json, with a province by its two digits, as 51, and ?level= and ?type= as the API has them; the panel of many at /export/panel.csv, .parquet, .xlsx, .dta, /export/panel-long.csv and .parquet, with ?province=51,5001 ?year=2019-2022,2024 ?type= ?level= ?scope=, and what its columns mean at /export/panel-codebook.csv; news at /export/{province}/{division}.atom, a division by its six; originals at the permalink of a source; files of releases at /export/releases/{name}/{file}.';

/** Leads to the stored file with a hash, whichever of the report's documents it is. */
async function leadToOriginal(
  reader: PanelReader,
  { agencyId, year, hash }: Extract<ExportAddress, { what: 'original' }>,
  linkTo: Originals['linkTo'],
): Promise<Response> {
  const version = (await reader.versions(agencyId, year)).find((head) => isReadFrom(head, hash));
  if (version === undefined)
    return refused(404, { code: 'NOT_FOUND', message: 'No report was read from such a file.' });
  const { bucket, key, objectVersionId } = version;
  const { url } = await linkTo({ bucket, key, versionId: objectVersionId });
  return ledTo(url);
}

/** The link is good for some minutes, so that it is asked for anew each time. */
function ledTo(url: string): Response {
  return new Response(null, { status: 302, headers: { ...common, 'cache-control': 'no-store', location: url } });
}

async function answerFeed(request: Request, reader: FeedReader, division: string): Promise<Response> {
  const feed = await divisionFeed(reader, division);
  if (feed === null) return refused(404, { code: 'NOT_FOUND', message: `No report of ${division} is stored.` });
  return answerText(request, feed, atomMediaType);
}

function answerText(request: Request, text: string, mediaType: string): Promise<Response> {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, digestLength);
  return unlessHeld(
    request,
    digest,
    async () => new Response(text, { headers: { ...common, 'content-type': mediaType } }),
  );
}

const digestLength = 27;

async function answerPackage(
  request: Request,
  reader: ExportReader,
  asked: Extract<ExportAddress, { what: 'package' }>,
): Promise<Response> {
  const snapshot = await takeSnapshot(reader, asked);
  if (snapshot.reports.length + snapshot.plans.length === 0) {
    return refused(404, { code: 'NOT_FOUND', message: 'Nothing is stored of what was asked for.' });
  }
  return unlessHeld(request, snapshot.digest, async () => packageOf(asked, snapshot));
}

/** What is asked for, with its ETag; 304 for whoever holds it, packed or not. */
async function unlessHeld(request: Request, digest: string, answer: () => Promise<Response>): Promise<Response> {
  const etag = `"${digest}"`;
  if (request.headers.get('if-none-match')?.replace(/^W\//, '') === etag) {
    return new Response(null, { status: 304, headers: { ...common, etag } });
  }
  const response = await answer();
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
