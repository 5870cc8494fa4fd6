import { expect, test } from 'vitest';
import { arrivalOf } from '../../../infra/aws/s3-message.ts';

test('arrivals compare by time, then by sequencer whatever its length and case', () => {
  const arrivals = [
    arrivalOf('2022-01-28T03:04:05Z', 'ff'),
    arrivalOf('2022-01-28T03:04:05.000Z', '1A0'),
    arrivalOf('2022-01-28T03:04:05.001Z', '01'),
    arrivalOf('2022-01-28T11:04:06+08:00', '00'),
  ];
  expect(arrivals.toSorted()).toEqual(arrivals);
});
