import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between tries, beyond the SDK's own: what a line or a service that is gone for a moment needs. */
const pauses = [1_000, 5_000];

/** Does a call to a service again after a fault that may pass. What the service refuses is refused for good and throws at once. */
export async function tryAgain<Result>(call: () => Promise<Result>): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await call();
    } catch (error) {
      if (isRefusal(error)) throw error;
      await sleep(pause);
    }
  }
  return call();
}

/** The SDK marks an error the caller is to blame for. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && '$fault' in error && error.$fault === 'client';
}
