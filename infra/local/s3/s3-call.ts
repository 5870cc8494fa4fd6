import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Bytes } from './request-body.ts';
import { S3Fault } from './s3-fault.ts';

/** A request to the bucket as S3 understands it; `key` is null for one to the bucket itself, `bucket` for one to the service. */
export interface S3Call {
  readonly method: string;
  readonly bucket: string | null;
  readonly key: string | null;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
}

/** Longest key, in bytes of UTF-8 (Amazon S3 User Guide, "Naming objects"). */
const longestKey = 1024;

/** Most bytes of a sender's own metadata (Amazon S3 User Guide, "Object metadata"). */
const longestMetadata = 2 * 1024;

/** Headers that are kept with an object and sent with it. */
const keptHeaders = /^(?:content-(?:type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/;

/**
 * Reads bucket and key from the address, path style or `bucket.localhost`. The path is taken as it stands: dots and double
 * slashes in a key are characters like others. Throws `InvalidURI`, `KeyTooLongError`.
 */
export function s3Call(request: IncomingMessage): S3Call {
  const { url = '/', method = 'GET', headers } = request;
  const [path = '/', search = ''] = splitOnce(url, '?');
  const fromHost = /^([^.:]+)\.localhost(?::\d+)?$/.exec(headers.host ?? '')?.[1];
  const [first = '', rest = ''] = splitOnce(path.replace(/^\//, ''), '/');
  const [bucket, key] = fromHost === undefined ? [decoded(first), rest] : [fromHost, path.replace(/^\//, '')];
  return {
    ...{ method, headers, body: request, query: new URLSearchParams(search) },
    bucket: bucket === '' ? null : bucket,
    key: key === '' ? null : checkedKey(decoded(key)),
  };
}

/** A key that S3 takes. Throws `KeyTooLongError`. */
export function checkedKey(key: string): string {
  if (Buffer.byteLength(key) > longestKey) {
    throw new S3Fault('KeyTooLongError', `Your key is too long: ${Buffer.byteLength(key)} of ${longestKey} bytes`);
  }
  return key;
}

/** The bytes of a request. A reader that stops early leaves the connection open, for the answer has yet to be sent. */
export function bytesOf(body: Readable): Bytes {
  return body.iterator({ destroyOnReturn: false });
}

/** What is kept of the headers or form fields of an upload. The framing of a body is no property of the object. */
export function headersToKeep(fields: Iterable<readonly [string, unknown]>): Record<string, string> {
  const kept = [...fields]
    .filter((field): field is [string, string] => keptHeaders.test(field[0]) && typeof field[1] === 'string')
    .map(
      ([name, value]) => [name, name === 'content-encoding' ? value.replace(/aws-chunked,?\s*/, '') : value] as const,
    )
    .filter(([, value]) => value !== '' && isHeaderValue(value));
  const own = kept
    .filter(([name]) => name.startsWith('x-amz-meta-'))
    .reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (own > longestMetadata) throw new S3Fault('MetadataTooLarge', `Metadata may have ${longestMetadata} bytes`);
  return Object.fromEntries(kept);
}

/** Fields of a form may hold what no header can. */
function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Fault('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
