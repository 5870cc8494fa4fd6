import { expect, it } from 'vitest';
import { createBoardCache } from '../../../infra/records/board-cache.ts';

const lines = (count: number) => async () => Array.from({ length: count }, (_, index) => index);
const unread = async (): Promise<number[]> => {
  throw new Error('it is read again');
};

it('keeps the lists used last, up to so many lines of all together', async () => {
  const cache = createBoardCache(100);
  await cache.get('sichuan 2019', '1', lines(50));
  await cache.get('guizhou 2019', '1', lines(50));
  await cache.get('sichuan 2019', '1', unread);
  await cache.get('sichuan 2020', '1', lines(50));
  expect((await cache.get('sichuan 2019', '1', unread)).lines).toHaveLength(50);
  expect((await cache.get('sichuan 2020', '1', unread)).lines).toHaveLength(50);
  await expect(cache.get('guizhou 2019', '1', unread)).rejects.toThrow('it is read again');
});

it('reads a list again at another version, and where none may be kept', async () => {
  const cache = createBoardCache(100);
  await cache.get('sichuan 2020', '1', lines(2));
  expect((await cache.get('sichuan 2020', '2', lines(3))).lines).toHaveLength(3);
  expect((await cache.get('sichuan 2020', null, lines(4))).lines).toHaveLength(4);
});
