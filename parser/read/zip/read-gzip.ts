import { gunzipSync } from 'node:zlib';
import { readDocuments } from '../read-document.ts';
import type { ReadContext, ReadResult } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';

/** A file packed alone, as sites send pages and crawlers keep them: what is in it, within what the budget allows. */
export async function readGzip(bytes: Uint8Array, { depth, budget }: ReadContext): Promise<readonly ReadResult[]> {
  if (depth > 1) throw new Unreadable('nested-archive');
  const unpacked = unpack(bytes, budget.bytes);
  budget.spend(unpacked.length);
  return readDocuments(unpacked, { depth: depth + 1, budget });
}

function unpack(bytes: Uint8Array, most: number): Uint8Array {
  if (most <= 0) throw new Unreadable('archive-too-large');
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(isTooLarge ? 'archive-too-large' : 'damaged', error);
  }
}
