import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** An item may hold 400 KB, keys and names included. */
const largestPiece = 350 * 1024;

/** Compresses a text and cuts it into pieces an item can hold. `level` is one of Zstandard. */
export function cut(text: string, level: number): Uint8Array[] {
  // At once: compressing beside the thread, Node does not tell Zstandard the size; it prepares for the largest and takes twenty times as long.
  const bytes = zstdCompressSync(Buffer.from(text), { params: { [constants.ZSTD_c_compressionLevel]: level } });
  const count = Math.ceil(bytes.length / largestPiece);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * largestPiece, (index + 1) * largestPiece));
}

/** The text again. At once, for it is done sooner than another thread could be asked. */
export function joined(pieces: readonly Uint8Array[]): string {
  return zstdDecompressSync(
    pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces),
  ).toString();
}
