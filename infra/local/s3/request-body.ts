import { createHash, type Hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { S3Fault } from './s3-fault.ts';

/** Bytes as they arrive. */
export type Bytes = AsyncIterable<Buffer>;

/** Longest line of framing or trailer that is waited for, in bytes. */
const longestLine = 16 * 1024;
const lineEnd = Buffer.from('\r\n');

/** A digest a sender gave of the bytes, kept with the object: the header's name and its value. */
export type Checksums = Readonly<Record<string, string>>;

/** The bytes of a request, without framing, and what the sender said of them. */
export interface RequestBody {
  /** Throws `IncompleteBody`, `InvalidRequest` or `BadDigest` at the place where the fault is seen. */
  readonly bytes: Bytes;
  /** Digests that were given and hold; known when the bytes have been read. */
  checksums(): Checksums;
}

/**
 * Takes the framing off a body in `aws-chunked` encoding, which SDKs send for streams (Amazon S3 API Reference,
 * "Signature calculations"), and checks its length and digests. Digests that Node cannot make are not kept.
 */
export function requestBody(source: Bytes, headers: IncomingHttpHeaders): RequestBody {
  const trailers: Record<string, string> = {};
  const isFramed = headers['x-amz-content-sha256']?.toString().startsWith('STREAMING-') ?? false;
  const framed = isFramed || (headers['content-encoding'] ?? '').includes('aws-chunked');
  const stated = (name: string) => trailers[name] ?? headers[name]?.toString();
  const kept: Record<string, string> = {};
  const length = framed ? headers['x-amz-decoded-content-length'] : undefined;

  async function* checked(): Bytes {
    const digests = digestsFor(headers);
    let size = 0;
    for await (const piece of framed ? unframed(source, trailers) : source) {
      size += piece.length;
      for (const digest of digests) digest.update(piece);
      yield piece;
    }
    if (length !== undefined && Number(length) !== size) {
      throw new S3Fault('IncompleteBody', `The body has ${size} bytes and not the ${length} it announced`);
    }
    for (const digest of digests) {
      const expected = stated(digest.header);
      if (expected === undefined) continue;
      if (digest.value() !== expected) throw new S3Fault('BadDigest', `The ${digest.header} is not that of the body`);
      if (digest.header.startsWith('x-amz-checksum-')) kept[digest.header] = expected;
    }
  }
  return { bytes: checked(), checksums: () => kept };
}

/** A whole body of at most so many bytes, as text. Throws `MalformedXML` for a longer one. */
export async function bodyText(source: Bytes, longest: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > longest) throw new S3Fault('MalformedXML', `The body may have ${longest} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

interface Digest {
  /** The header, or trailer, that states it. */
  readonly header: string;
  update(piece: Buffer): void;
  value(): string;
}

/** The digests that may be asked for: those that a header states or that a trailer is announced to state. */
function digestsFor(headers: IncomingHttpHeaders): Digest[] {
  const announced = String(headers['x-amz-trailer'] ?? '').toLowerCase();
  const known: Digest[] = [
    hashDigest('content-md5', createHash('md5'), 'base64'),
    hashDigest('x-amz-checksum-sha1', createHash('sha1'), 'base64'),
    hashDigest('x-amz-checksum-sha256', createHash('sha256'), 'base64'),
    crcDigest('x-amz-checksum-crc32'),
  ];
  const wholeHash = headers['x-amz-content-sha256'];
  if (typeof wholeHash === 'string' && /^[0-9a-f]{64}$/.test(wholeHash)) {
    known.push(hashDigest('x-amz-content-sha256', createHash('sha256'), 'hex'));
  }
  return known.filter(({ header }) => headers[header] !== undefined || announced.includes(header));
}

function hashDigest(header: string, hash: Hash, encoding: 'base64' | 'hex'): Digest {
  return { header, update: (piece) => hash.update(piece), value: () => hash.digest(encoding) };
}

function crcDigest(header: string): Digest {
  let sum = 0;
  return {
    header,
    update(piece) {
      sum = crc32(piece, sum);
    },
    value() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(sum);
      return bytes.toString('base64');
    },
  };
}

/** Chunks: a size in hexadecimal and a line end, bytes, a line end; a chunk of size 0 and trailers end the body. */
async function* unframed(source: Bytes, trailers: Record<string, string>): Bytes {
  const input = new LineReader(source);
  for (;;) {
    const [digits = ''] = (await input.line()).split(';');
    if (!/^[0-9a-fA-F]{1,12}$/.test(digits)) throw new S3Fault('InvalidRequest', 'A chunk of the body has no size');
    const size = Number.parseInt(digits, 16);
    if (size === 0) break;
    yield* input.bytes(size);
    if ((await input.line()) !== '') throw new S3Fault('InvalidRequest', 'A chunk of the body is longer than its size');
  }
  for (let line = await input.line(); line !== ''; line = await input.line()) {
    const at = line.indexOf(':');
    if (at > 0) trailers[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim();
  }
}

/** Reads lines and counted bytes from a stream, holding no more than what has arrived and one line. */
class LineReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its end; a body that ends after its last chunk ends the last line. Throws `IncompleteBody`. */
  async line(): Promise<string> {
    let at = this.#held.indexOf(lineEnd);
    while (at < 0) {
      if (this.#held.length > longestLine) throw new S3Fault('InvalidRequest', 'A line of the framing is too long');
      await this.#more();
      at = this.#held.indexOf(lineEnd);
    }
    const line = this.#held.toString('latin1', 0, at);
    this.#held = this.#held.subarray(at + lineEnd.length);
    return line;
  }

  async *bytes(size: number): Bytes {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) throw new S3Fault('IncompleteBody', 'The aws-chunked body ended early');
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
  }
}
