import { expect, it } from 'vitest';
import { createSemaphore } from '../../infra/semaphore.ts';

it('works on so much at a time, in the order asked, and goes on after a failure', async () => {
  const semaphore = createSemaphore(3);
  let [busy, most] = [0, 0];
  const begun: number[] = [];
  const work = (number: number) =>
    semaphore(async () => {
      begun.push(number);
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      if (number % 4 === 0) throw new Error(`${number} failed`);
      return number;
    });
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  const ends = await Promise.allSettled(numbers.map(work));
  expect(most).toBe(3);
  expect(begun).toEqual(numbers);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(5);
});
