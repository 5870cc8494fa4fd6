import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidCursor } from '../../../../schema/record/invalid-cursor.ts';
import { type Ordered, pageOf } from '../../../../schema/record/lists/keyset.ts';
import type { Page } from '../../../../schema/record/record-store.ts';

const list = (lines: readonly number[], name: unknown = 'numbers'): Ordered<number> => ({
  lines: lines.toSorted((a, b) => a - b),
  rank: (line) => [line],
  name,
});

const numbers = fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 40 });

test('pages that follow one another have every line once, in order, and none is empty with more to come', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, fc.integer({ min: 1, max: 7 }), async (lines, first) => {
      const all: number[] = [];
      for (let after: string | null = null; ; ) {
        const page: Page<number> = pageOf(list(lines), { first, after });
        expect(await page.totalCount()).toBe(lines.length);
        all.push(...page.items);
        if (!page.hasNextPage) break;
        expect(page.items.length).toBe(first);
        after = page.cursors.at(-1) ?? null;
      }
      expect(all).toEqual(list(lines).lines);
    }),
  );
});

test('what is written between two pages makes no other line come twice or never', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 1, max: 7 }), (before, after, first) => {
      const page = pageOf(list(before), { first, after: null });
      const cursor = page.cursors.at(-1);
      if (cursor === undefined) return;
      const rest = pageOf(list(after), { first: 200, after: cursor }).items;
      const last = page.items.at(-1) ?? 0;
      expect(rest).toEqual(list(after).lines.filter((line) => line > last));
    }),
  );
});

test('a list from the highest rank down is paged the same way', () => {
  const down: Ordered<number> = { lines: [9, 5, 3, 1], rank: (line) => [line], name: 'down', descending: true };
  const page = pageOf(down, { first: 2, after: null });
  expect(pageOf({ ...down, lines: [9, 7, 3, 1] }, { first: 9, after: page.cursors.at(-1) ?? null }).items).toEqual([
    3, 1,
  ]);
});

test('a cursor of another list, or none at all, is refused', () => {
  const [cursor = ''] = pageOf(list([1, 2]), { first: 1, after: null }).cursors;
  expect(() => pageOf(list([1, 2], 'others'), { first: 1, after: cursor })).toThrow(InvalidCursor);
  expect(() => pageOf(list([1, 2]), { first: 1, after: 'nonsense' })).toThrow(InvalidCursor);
});
