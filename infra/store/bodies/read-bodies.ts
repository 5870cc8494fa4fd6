import { LRUCache } from 'lru-cache';
import type { RecordParts } from '../../../schema/record/record-store.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import type { VersionRef } from '../../../schema/record/version-head.ts';
import { batchGet, type TableClient } from '../calls.ts';
import { type BodyPart, bodyKey, type TableKey } from '../table.ts';
import { BodyItem, decodeBody } from './body.ts';

/** Records a process has read, by their names. Versions never change, so what is kept is never out of date. */
export type BodyCache = LRUCache<string, ReportRecord>;

/**
 * Keeps the records used last, until their stored bodies together exceed a limit; 0 keeps none. In memory a record takes about
 * twenty times as much. Whoever puts one in says the size of its stored body.
 */
export function createBodyCache(mostBytes: number): BodyCache {
  return new LRUCache({ maxSize: Math.max(1, mostBytes) });
}

type Found = ReadonlyMap<string, BodyItem>;

/** A record with the size of its stored body. */
interface SizedRecord {
  readonly record: ReportRecord;
  readonly bytes: number;
}

/**
 * Bodies of versions, in the order asked, null where none is stored. One batch asks for the first piece of each part,
 * which is all of it unless the report is very long; a second fetches the further pieces, and again, consistently, the
 * pieces that were not there: a head may be seen before the body that was written before it. What `cache` has is not read.
 */
export async function readBodies(
  table: TableClient,
  refs: readonly VersionRef[],
  { texts, cache }: RecordParts & { readonly cache?: BodyCache },
): Promise<(ReportRecord | null)[]> {
  const known = refs.map((ref) => cache?.get(cacheName(ref, texts)));
  const unread = refs.filter((_, at) => known[at] === undefined);
  const read = new Map<VersionRef, ReportRecord>();
  for (const [at, sized] of (await readSized(table, unread, texts)).entries()) {
    const ref = unread[at];
    if (ref === undefined || sized === null) continue;
    read.set(ref, sized.record);
    cache?.set(cacheName(ref, texts), sized.record, { size: sized.bytes });
  }
  return refs.map((ref, at) => known[at] ?? read.get(ref) ?? null);
}

function cacheName({ agencyId, year, kind, slot, version }: VersionRef, texts: boolean): string {
  return [agencyId, year, kind, slot, version, texts].join('|');
}

async function readSized(
  table: TableClient,
  refs: readonly VersionRef[],
  texts: boolean,
): Promise<(SizedRecord | null)[]> {
  const parts: readonly BodyPart[] = texts ? ['DATA', 'TEXT'] : ['DATA'];
  const found = await fetchPieces(table, (sofar) =>
    refs.flatMap((ref) => parts.flatMap((part) => keysOf(ref, part, sofar))),
  );
  return refs.map((ref) => assemble(ref, texts, found));
}

async function fetchPieces(table: TableClient, needed: (found: Found) => TableKey[]): Promise<Found> {
  const found = new Map<string, BodyItem>();
  const settled = new Set<string>();
  for (let consistent = false; ; consistent = true) {
    const open = new Map(needed(found).map((key) => [nameOf(key), key]));
    const wanted = [...open].filter(([name]) => !found.has(name) && !settled.has(name));
    if (wanted.length === 0) return found;
    if (consistent) for (const [name] of wanted) settled.add(name);
    const keys = wanted.map(([, key]) => key);
    for (const item of await batchGet(table, keys, consistent)) {
      const piece = BodyItem.parse(item);
      found.set(nameOf(piece), piece);
    }
  }
}

function keysOf(ref: VersionRef, part: BodyPart, found: Found): TableKey[] {
  const count = found.get(nameOf(bodyKey(ref, part, 0)))?.of ?? 1;
  return Array.from({ length: count }, (_, piece) => bodyKey(ref, part, piece));
}

function assemble(ref: VersionRef, texts: boolean, found: Found): SizedRecord | null {
  const data = bytesOf(ref, 'DATA', found);
  const text = texts ? bytesOf(ref, 'TEXT', found) : [];
  if (data === null || text === null) return null;
  const bytes = [...data, ...text].reduce((sum, piece) => sum + piece.length, 0);
  return { record: decodeBody(data, texts ? text : null), bytes };
}

function bytesOf(ref: VersionRef, part: BodyPart, found: Found): Uint8Array[] | null {
  const pieces = keysOf(ref, part, found).map((key) => found.get(nameOf(key))?.bytes);
  return pieces.every((bytes) => bytes !== undefined) ? pieces : null;
}

function nameOf({ pk, sk }: TableKey): string {
  return `${pk}|${sk}`;
}
