import { setTimeout as sleep } from 'node:timers/promises';

/** What is waited for, in words for the failure; how long, in milliseconds. */
export interface Wait {
  readonly expected: string;
  readonly timeoutMs: number;
}

const pauseMs = 500;

/** Looks again and again until what it sees is `ready`, and answers that. Throws with what it saw last. */
export async function waitFor<Seen>(
  { expected, timeoutMs }: Wait,
  look: () => Promise<Seen>,
  ready: (seen: Seen) => boolean,
): Promise<Seen> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (ready(seen)) return seen;
    if (Date.now() > deadline) {
      throw new Error(`expected ${expected} within ${timeoutMs / 1000} s; saw ${JSON.stringify(seen)}`);
    }
    await sleep(pauseMs);
  }
}
