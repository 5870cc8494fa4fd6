import { expect, test } from 'vitest';
import { createSequencer, timeOf } from '../../../infra/local/s3/object-version.ts';

const noon = Date.UTC(2022, 0, 28, 12);

test('every sequencer is greater than the one before, within a millisecond and when the clock is set back', () => {
  const times = [noon, noon, noon, noon - 5000, noon + 1];
  const sequencer = createSequencer(null, () => times.shift() ?? noon);
  const given = Array.from({ length: 5 }, () => sequencer.next());
  expect(given.toSorted()).toEqual(given);
  expect(new Set(given).size).toBe(5);
});

test('a sequence goes on where an earlier run ended', () => {
  const last = createSequencer(null, () => noon).next();
  expect(createSequencer(last, () => noon - 60_000).next() > last).toBe(true);
});

test('a sequencer tells its time', () => {
  expect(timeOf(createSequencer(null, () => noon).next()).toISOString()).toBe('2022-01-28T12:00:00.000Z');
});
