import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Source } from './tracked-reader.ts';

/** An answer as it was sent, with what it was made from. */
export interface KeptAnswer {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly etag: string;
  readonly versions: ReadonlyMap<Source, string>;
}

/** Answers by the digest of what was asked, see `questionDigest`. */
export type AnswerStore = LRUCache<string, KeptAnswer>;

/** Most answers that are kept, however short. */
const mostAnswers = 5_000;
/** What an answer takes beside its body: its entry, key, tag and headers. */
const bytesOfEntry = 1_024;

/** Keeps the answers used last, up to so many bytes with all that belongs to them; 0 keeps none. */
export function createAnswerStore(mostBytes: number): AnswerStore {
  return new LRUCache({ max: mostAnswers, maxSize: Math.max(1, mostBytes), sizeCalculation: sizeOf });
}

/** Names what was asked in a few bytes: a request may be 64 KB, and anyone may send as many different ones as they like. */
export function questionDigest(question: string): string {
  return createHash('sha256').update(question).digest('base64url');
}

function sizeOf({ body, versions }: KeptAnswer): number {
  let bytes = bytesOfEntry + body.length;
  for (const [source, version] of versions) bytes += source.length + version.length;
  return bytes;
}
