import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedLines } from '../../../parser/differences/changed-lines.ts';

test('a line put in, taken out or rewritten is all that differs', () => {
  expect(changedLines(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual({ removed: [], added: ['x'] });
  expect(changedLines(['a', 'b', 'c'], ['a', 'c'])).toEqual({ removed: ['b'], added: [] });
  expect(changedLines(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual({ removed: ['b'], added: ['B'] });
  expect(changedLines(['a', 'b'], ['a', 'b'])).toEqual({ removed: [], added: [] });
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('what is left of both texts without the changed lines is the same', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const { removed, added } = changedLines(before, after);
      expect(without(before, removed)).toEqual(without(after, added));
    }),
  );
});

/** Multisets of lines: how often each is left. */
function without(all: readonly string[], some: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of all) counts[line] = (counts[line] ?? 0) + 1;
  for (const line of some) counts[line] = (counts[line] ?? 0) - 1;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

test('texts of ten thousand other lines count as changed throughout', () => {
  const [before, after] = [1, 2].map((text) => Array.from({ length: 10_000 }, (_, line) => `${text} ${line}`));
  const { removed, added } = changedLines(['same', ...(before ?? [])], ['same', ...(after ?? [])]);
  expect([removed.length, added.length]).toEqual([10_000, 10_000]);
});
