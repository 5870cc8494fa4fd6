import { expect, it } from 'vitest';
import { createBoardCache } from '../../../../infra/records/lists/board-cache.ts';

const board = (count: number) => ({
  lines: Array.from({ length: count }, (_, index) => index),
  version: '1',
  settled: { change: 1, unlogged: 0 },
});

it('keeps the lists used last, up to so many lines of all together', () => {
  const cache = createBoardCache(100);
  cache.put('sichuan 2019', board(50));
  cache.put('guizhou 2019', board(50));
  cache.get('sichuan 2019');
  cache.put('sichuan 2020', board(50));
  expect(cache.get('sichuan 2019')?.lines).toHaveLength(50);
  expect(cache.get('sichuan 2020')?.lines).toHaveLength(50);
  expect(cache.get('guizhou 2019')).toBeUndefined();
});

it('keeps a list that is longer than that, for it was just asked for', () => {
  const cache = createBoardCache(100);
  cache.put('sichuan 2019', board(50));
  cache.put('sichuan 2020', board(200));
  expect(cache.get('sichuan 2020')?.lines).toHaveLength(200);
  expect(cache.get('sichuan 2019')).toBeUndefined();
});
