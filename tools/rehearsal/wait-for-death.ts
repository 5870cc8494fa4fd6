import type { Stage } from './stage.ts';
import { statusOf } from './status-of.ts';
import { waitFor } from './wait-for.ts';

/** Every delivery, some seconds apart after `hasten`, and the time until somebody looks. */
const timeoutMs = 180_000;

/** Waits until the one message that must die is dead. */
export async function waitForDeath(stage: Stage, stack: string): Promise<void> {
  await waitFor(
    { expected: 'the message to be in the dead-letter queue', timeoutMs },
    () => statusOf(stage, stack),
    ({ deadLetters }) => deadLetters === 1,
  );
}
