import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidCursor } from '../invalid-cursor.ts';
import type { Page, PageRequest } from '../record-store.ts';
import { compareRanks, type Rank } from './order.ts';

/** A list in order: its lines, what each is ranked by, and what tells it from other lists. */
export interface Ordered<Line> {
  readonly lines: readonly Line[];
  readonly rank: (line: Line) => Rank;
  /** Its filter and order. A cursor is good for the list it came from alone. */
  readonly name: unknown;
  /** Lines come from the highest rank to the lowest. */
  readonly descending?: boolean;
}

const Cursor = z.tuple([z.string(), z.array(z.union([z.string(), z.number()]))]);

/**
 * One page of a list. A cursor is the rank of a line, not its number: what is added or removed before it moves nothing, and
 * a line that is gone still marks its place. Throws `InvalidCursor`.
 */
export function pageOf<Line>(list: Ordered<Line>, { first, after, backward }: PageRequest): Page<Line> {
  const tag = createHash('sha256').update(JSON.stringify(list.name)).digest('base64url').slice(0, 8);
  const { length } = list.lines;
  const [start, end] =
    backward === undefined
      ? fromHere(after === null ? 0 : countUntil(list, decode(after, tag), { included: true }), first, length)
      : untilHere(
          backward.before === null ? length : countUntil(list, decode(backward.before, tag), { included: false }),
          first,
        );
  const items = list.lines.slice(start, end);
  return {
    items,
    cursors: items.map((line) => encode(tag, list.rank(line))),
    hasNextPage: end < length,
    hasPreviousPage: start > 0,
    totalCount: async () => list.lines.length,
  };
}

function fromHere(start: number, size: number, length: number): [number, number] {
  return [start, Math.min(start + size, length)];
}

function untilHere(end: number, size: number): [number, number] {
  return [Math.max(end - size, 0), end];
}

/** How many lines stand before a rank, that of the rank itself included or not; found by halving. */
function countUntil<Line>(
  { lines, rank, descending = false }: Ordered<Line>,
  place: Rank,
  { included }: { readonly included: boolean },
): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    const order = line === undefined ? 0 : compareRanks(rank(line), place);
    const ordered = descending ? -order : order;
    if (ordered < 0 || (included && ordered === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function encode(tag: string, rank: Rank): string {
  return Buffer.from(JSON.stringify([tag, rank])).toString('base64url');
}

function decode(text: string, tag: string): Rank {
  const cursor = Cursor.safeParse(jsonOrNull(Buffer.from(text, 'base64url').toString()));
  if (!cursor.success || cursor.data[0] !== tag) throw new InvalidCursor();
  return cursor.data[1];
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
