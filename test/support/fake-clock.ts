import type { Clock } from '../../cli/collect/clock.ts';

/** A clock that stands still but for those who sleep, and notes how long they slept, in milliseconds. */
export interface FakeClock extends Clock {
  readonly slept: readonly number[];
}

export function fakeClock(start = Date.parse('2026-01-05T00:00:00Z'), deadline?: AbortSignal): FakeClock {
  const slept: number[] = [];
  let time = start;
  return {
    slept,
    now: () => time,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      time += milliseconds;
    },
    deadline: () => deadline ?? new AbortController().signal,
  };
}
