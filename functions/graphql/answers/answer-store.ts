import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Reader } from '../../../schema/graphql/context.ts';
import { limits } from '../limit-query.ts';
import type { Source } from './tracked-reader.ts';

/** What a request asks, if its answer may be kept: everything that decides the answer besides the data. */
export interface Question {
  readonly text: string;
  /** The request again, for whoever is to answer it: its body can be read once. */
  readonly request: () => Request;
}

/** Null for what is no query sent by GET or POST, and for a body of unknown or excessive length. */
export async function questionOf(request: Request, remake: typeof Request): Promise<Question | null> {
  const accept = request.headers.get('accept') ?? '';
  if (accept.includes('text/html')) return null;
  if (request.method === 'GET')
    return { text: ['GET', accept, new URL(request.url).search].join('\n'), request: () => request };
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (request.method !== 'POST' || !(length <= limits.bodyBytes)) return null;
  const body = await request.text();
  const { url, method, headers, signal } = request;
  const type = headers.get('content-type') ?? '';
  return {
    text: ['POST', accept, type, body].join('\n'),
    request: () => new remake(url, { method, headers, body, signal }),
  };
}

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

/** What an agency or a list is at, an agency not before it was asked; null where nothing is stored of it, or not all of it is there. */
export type VersionOf = (source: Source) => Promise<string | null>;

/**
 * Asks the store for many requests at once. A question that comes while its agency is being read waits for the next turn, for what
 * is under way may have been read before a write that the asker already knows of.
 */
export function createSharedVersions(reader: () => Pick<Reader, 'agencyWithHeads' | 'lists'>): VersionOf {
  const turns = new Map<string, { underWay: Promise<unknown>; next: Promise<string | null> | null }>();
  return (source) => {
    if (source === 'today') return Promise.resolve(reader().lists().today());
    // Lists share their readings themselves.
    if (!isAgency(source)) return reader().lists().version(source);
    const agencyId = source.slice(ofAgency.length);
    const turn = turns.get(agencyId) ?? { underWay: Promise.resolve(), next: null };
    turns.set(agencyId, turn);
    turn.next ??= read(agencyId, turn);
    return turn.next;
  };

  async function read(agencyId: string, turn: { underWay: Promise<unknown>; next: Promise<string | null> | null }) {
    await turn.underWay;
    turn.next = null;
    const reading = reader().agencyWithHeads(agencyId);
    const ended = reading.catch(() => undefined);
    turn.underWay = ended;
    void ended.then(() => {
      if (turn.next === null) turns.delete(agencyId);
    });
    return (await reading)?.version ?? null;
  }
}

const ofAgency = 'agency/';

function isAgency(source: Source): source is `agency/${string}` {
  return source.startsWith(ofAgency);
}
