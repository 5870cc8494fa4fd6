import { expect, test } from 'vitest';
import { itemBytes } from '../../../tools/bench/costs/item-bytes.ts';

test('an item is as large as its names and values', () => {
  expect(itemBytes({ pk: 'AGENCY#1', sk: 'HEAD' })).toBe(2 + 8 + 2 + 4);
  expect(itemBytes({ name: '内江市' })).toBe(4 + 9);
});

test('bytes, flags and numbers are small; lists and maps have a frame', () => {
  expect(itemBytes({ b: new Uint8Array(100) })).toBe(101);
  expect(itemBytes({ b: true, n: null })).toBe(4);
  expect(itemBytes({ n: 2020 })).toBe(1 + 3);
  expect(itemBytes({ l: ['ab'] })).toBe(1 + 3 + 3);
  expect(itemBytes({ m: { a: 'b' } })).toBe(1 + 3 + 2 + 1);
});
