/**
 * What the readers of `parser/read` take of Node, for a browser: the build puts this module in the place of `node:zlib` and
 * `node:path`. Only what they use is here; the build fails where they use more.
 */
import { Gunzip, Inflate } from 'fflate';

interface Limit {
  readonly maxOutputLength: number;
}

/** As Node says that something unpacked would be larger than was allowed; the readers tell it from damage by the code. */
class TooLarge extends RangeError {
  readonly code = 'ERR_BUFFER_TOO_LARGE';
}

export function inflateRawSync(packed: Uint8Array, limit: Limit): Uint8Array {
  return unpack(new Inflate(), packed, limit);
}

export function gunzipSync(packed: Uint8Array, limit: Limit): Uint8Array {
  return unpack(new Gunzip(), packed, limit);
}

/** Unpacks piece by piece, so that what is too large is given up before it fills the memory. */
function unpack(stream: Inflate | Gunzip, packed: Uint8Array, { maxOutputLength }: Limit): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  stream.ondata = (piece) => {
    length += piece.length;
    if (length > maxOutputLength) throw new TooLarge();
    pieces.push(piece);
  };
  for (let at = 0; at < packed.length || at === 0; at += pieceBytes) {
    stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const pieceBytes = 64 * 1024;

/** CRC-32 as in ZIP and gzip (ISO/IEC 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Paths of parts in a package: `word/document.xml`. */
export const posix = {
  parse(path: string): { readonly dir: string; readonly base: string } {
    const at = path.lastIndexOf('/');
    return { dir: path.slice(0, Math.max(at, 0)), base: path.slice(at + 1) };
  },
  join(...steps: readonly string[]): string {
    return new URL(steps.filter((step) => step !== '').join('/'), 'file:///').pathname.slice(1);
  },
};
