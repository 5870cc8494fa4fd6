import { expect, test } from 'vitest';
import { pace } from '../../../cli/progress-bar.ts';

test.each([
  { done: 50, total: 5_000, elapsedMs: 10_000, expected: '5.0/s, 17 min left' },
  { done: 4_000, total: 5_000, elapsedMs: 80_000, expected: '50.0/s, 20 s left' },
  { done: 10, total: 100_000, elapsedMs: 10_000, expected: '1.0/s, 28 h left' },
  { done: 30, total: 120, elapsedMs: 30_000, expected: '1.0/s, 90 s left' },
  { done: 3, total: 3, elapsedMs: 2_000, expected: '1.5/s' },
])('$done of $total after $elapsedMs ms: $expected', ({ expected, ...progress }) => {
  expect(pace(progress)).toBe(expected);
});

test('before the first second, and before the first is done, nothing is foretold', () => {
  expect(pace({ done: 9, total: 10, elapsedMs: 900 })).toBe('');
  expect(pace({ done: 0, total: 10, elapsedMs: 9_000 })).toBe('');
});
