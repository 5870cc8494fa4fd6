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

test('pages from the end back to the beginning are those of the whole list, and each says what stands beside it', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 7 }), (lines, first) => {
      const all: number[] = [];
      for (let before: string | null = null; ; ) {
        const page: Page<number> = pageOf(list(lines), { first, after: null, backward: { before } });
        expect(page.hasNextPage).toBe(all.length > 0);
        all.unshift(...page.items);
        expect(page.hasPreviousPage).toBe(all.length < lines.length);
        if (!page.hasPreviousPage) break;
        expect(page.items.length).toBe(first);
        before = page.cursors[0] ?? null;
      }
      expect(all).toEqual(list(lines).lines);
    }),
  );
});

test('the page before a cursor ends where the page after one would not begin, from the highest rank down too', () => {
  fc.assert(
    fc.property(numbers, fc.nat({ max: 200 }), fc.boolean(), (lines, gone, descending) => {
      const asked: Ordered<number> = {
        ...list(lines.filter((line) => line !== gone)),
        ...(descending && { lines: lines.filter((line) => line !== gone).toSorted((a, b) => b - a), descending }),
      };
      // The line of the cursor is there no more.
      const [cursor = ''] = pageOf({ ...asked, lines: [gone] }, { first: 1, after: null }).cursors;
      const back = pageOf(asked, { first: 200, after: null, backward: { before: cursor } });
      const forth = pageOf(asked, { first: 200, after: cursor });
      expect([...back.items, ...forth.items]).toEqual(asked.lines);
      expect(back.items.every((line) => (descending ? line > gone : line < gone))).toBe(true);
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
