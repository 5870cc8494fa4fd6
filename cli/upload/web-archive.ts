import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { documentTypes } from '../../schema/record/media-types.ts';
import { BodyTooLarge, readBody } from '../http-body.ts';
import type { BadEntry, Entry, Found } from './entries.ts';
import { isWebAddress } from './said-in.ts';

export interface ArchiveOptions {
  /** Gives the key of a page by its place below the archive. */
  readonly keyOf: (place: string) => string;
  /** Bytes beyond which a document is not read. */
  readonly maxBytes: number;
}

/** Media types of documents. Plain text on the web is for programs, robots.txt and scripts, and no report. */
const plain = new Set(['text/plain', 'text/markdown', 'text/csv']);
const types = new Set<string>([...documentTypes.filter((type) => !plain.has(type)), 'application/xhtml+xml']);
/** What servers call files that they do not know; then the name says what it is. */
const untold = new Set([
  '',
  'application/octet-stream',
  'application/download',
  'application/force-download',
  'application/x-download',
]);
const documentName = /\.(?:html?|shtml|jsp|aspx?|php|pdf|docx?|wps|ofd|rtf|odt|xlsx?|et|ods)$/i;

/**
 * Finds the documents of a web archive (WARC 1.0 or 1.1; where packed, each record by itself): answers with the status 200 that are pages, PDF or
 * files of office programs, each with its address and when it was fetched. Only their places are kept; a document is read when it is uploaded.
 * What is damaged is told as bad; what stands before it is found.
 */
export async function readWebArchive(path: string, options: ArchiveOptions): Promise<Found> {
  const entries: Entry[] = [];
  const bad: BadEntry[] = [];
  let passedOver = 0;
  const source = createReadStream(path);
  try {
    const parser = new WARCParser(source);
    for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
      if (!/^WARC\/1\.[01]$/.test(record.warcHeaders.statusline))
        throw new Error('It is no record of WARC 1.0 or 1.1.');
      if (record.warcHeader('Content-Length') === null) throw new Error(endsEarly);
      const found = foundIn(record, { path, offset: parser.offset, ...options });
      await passOver(record);
      if (found === null) passedOver += 1;
      else if ('fault' in found) bad.push(found);
      else entries.push(found);
    }
    if (parser.offset !== (await stat(path)).size) throw new Error(endsEarly);
  } catch (error) {
    const last = entries.at(-1)?.name ?? 'its beginning';
    bad.push({
      name: path,
      fault: `It cannot be read after ${last}: ${error instanceof Error ? error.message : error}`,
    });
  } finally {
    source.destroy();
  }
  return { entries, bad, passedOver };
}

interface Place extends ArchiveOptions {
  readonly path: string;
  readonly offset: number;
}

/** A record as an entry, as one that cannot be uploaded, or null where it is no document. */
function foundIn(record: WARCRecord, place: Place): Entry | BadEntry | null {
  const address = record.warcTargetURI ?? '';
  if (record.warcType !== 'response' || record.httpHeaders?.statusCode !== 200 || !isWebAddress(address)) return null;
  const url = new URL(address);
  if (!isDocument(record.httpHeaders.headers.get('content-type') ?? '', url)) return null;
  const name = `${url.href} (${place.path})`;
  const time = Date.parse(record.warcDate ?? '');
  if (Number.isNaN(time)) return { name, fault: 'Its record does not say when it was fetched.' };
  const isPart = record.warcHeader('WARC-Truncated') !== null || record.warcHeader('WARC-Segment-Number') !== null;
  if (isPart) return { name, fault: 'The archive has only a part of it.' };
  if (record.warcContentLength > place.maxBytes) return { name, fault: new BodyTooLarge(place.maxBytes).message };
  const fetchedAt = new Date(time).toISOString();
  return {
    name,
    place: url.host + url.pathname,
    key: place.keyOf(`${fetchedAt.replaceAll(/[-:]|\.\d+/g, '')}/${url.host}${url.pathname}${url.search}`),
    said: { sourceUrl: url.href, fetchedAt },
    read: () => readRecord(place),
  };
}

function isDocument(contentType: string, { pathname }: URL): boolean {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return types.has(type) || (untold.has(type) && documentName.test(pathname));
}

const endsEarly = 'The archive ends in the middle of a record.';

/** Goes on to the end of a record. Throws where the archive ends before that. */
async function passOver({ reader }: WARCRecord): Promise<void> {
  for await (const _ of reader);
  if (reader instanceof LimitReader && reader.limit > 0) throw new Error(endsEarly);
}

/** Reads the document of the record at a place, as the server sent it. */
async function readRecord({ path, offset, maxBytes }: Place): Promise<Uint8Array> {
  const source = createReadStream(path, { start: offset });
  try {
    const record = await new WARCParser(source).parse();
    if (record === null) throw new Error('Its record is gone.');
    const headers = record.httpHeaders?.headers;
    const isChunked = headers?.get('transfer-encoding')?.toLowerCase() === 'chunked';
    const sent = isChunked ? new AsyncIterReader(record.reader, null, true) : Readable.from(record.reader);
    const body = await readBody(sent, { encoding: null, maxBytes });
    const encoding = headers?.get('content-encoding') ?? null;
    return isUnpacked(body, encoding) ? body : await readBody(Readable.from([body]), { encoding, maxBytes });
  } finally {
    source.destroy();
  }
}

/** Some collectors unpack an answer and keep the header that says it is packed. */
function isUnpacked(body: Uint8Array, encoding: string | null): boolean {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  return encoding === null || (/^(?:x-)?gzip$/i.test(encoding) && !isGzip);
}
