import { setTimeout } from 'node:timers/promises';

/** Time as a collector sees it, in milliseconds; a test gives its own. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Aborts once the time is over. */
  deadline(milliseconds: number): AbortSignal;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => setTimeout(milliseconds),
  deadline: AbortSignal.timeout,
};
