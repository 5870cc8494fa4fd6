import type { Ingestion } from '../../../schema/record/ingestion.ts';
import type { IngestionFilter, Page, PageRequest } from '../../../schema/record/record-store.ts';
import { decodeCursor } from '../ingestions.ts';
import type { Provinces } from './provinces.ts';

interface Placed {
  readonly ingestion: Ingestion;
  readonly cursor: string;
}

/**
 * Ingestions of all provinces as one list, newest first. A cursor is a moment: it means the same place in every province's
 * list, so a page begins after it in each, or ends before it. Throws `InvalidCursor`.
 */
export async function nationalIngestions(
  provinces: Provinces,
  filter: IngestionFilter,
  page: PageRequest,
): Promise<Page<Ingestion>> {
  const pages = await provinces.each((reader) => reader.ingestions(filter, page));
  const newest = pages.flatMap(placed).sort(newestFirst);
  const { first, after, backward } = page;
  const shown = backward === undefined ? newest.slice(0, first) : newest.slice(-first);
  const isCut = newest.length > first;
  return {
    items: shown.map(({ ingestion }) => ingestion),
    cursors: shown.map(({ cursor }) => cursor),
    hasNextPage:
      backward === undefined ? isCut || pages.some(({ hasNextPage }) => hasNextPage) : backward.before !== null,
    hasPreviousPage:
      backward === undefined ? after !== null : isCut || pages.some(({ hasPreviousPage }) => hasPreviousPage),
    totalCount: async () => sum(await provinces.each((reader) => countOf(reader.ingestions(filter, countPage)))),
  };
}

/** The least of a page that knows how many there are. */
const countPage: PageRequest = { first: 1, after: null };

async function countOf(page: Promise<Page<unknown>>): Promise<number> {
  return (await page).totalCount();
}

function placed({ items, cursors }: Page<Ingestion>): Placed[] {
  return items.map((ingestion, index) => ({ ingestion, cursor: cursors[index] ?? '' }));
}

function newestFirst(a: Placed, b: Placed): number {
  const [left, right] = [decodeCursor(a.cursor, '')[2], decodeCursor(b.cursor, '')[2]];
  return left > right ? -1 : Number(left < right);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
