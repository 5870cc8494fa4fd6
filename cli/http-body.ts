import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A body of more bytes than may be kept. */
export class BodyTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`It has more than ${maxBytes} bytes.`);
  }
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The body of an HTTP answer without the codings that it was sent in (`Content-Encoding`), whole. Throws `BodyTooLarge` as soon as it has
 * more than `maxBytes`, and an error where a coding is unknown or the body does not obey it.
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, maxBytes }: { readonly encoding: string | null; readonly maxBytes: number },
): Promise<Uint8Array> {
  const sent: Readable = Readable.from(chunks, { objectMode: false });
  const plain = codingsOf(encoding).reduceRight<Readable>(
    (from, coding) => pipeline(from, decoderOf(coding), () => undefined),
    sent,
  );
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of plain) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BodyTooLarge(maxBytes);
    read.push(chunk);
  }
  return Buffer.concat(read);
}

function codingsOf(encoding: string | null): string[] {
  const names = (encoding ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

function decoderOf(coding: string): Transform {
  const create = decoders[coding];
  if (create === undefined) throw new Error(`It is sent in an unknown coding: ${coding}.`);
  return create();
}
