import assert from 'node:assert/strict';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { waitFor } from '../wait-for.ts';
import { foreignKey } from './separate.ts';

const { stack } = provinces.sichuan;

/** Two deliveries, half a minute apart, and the time until somebody looks. */
const deathTimeoutMs = 150_000;

/** The poison message is dead, and the command line shows what it is. */
export async function showDeadLetter(stage: Stage): Promise<void> {
  await waitForDeath(stage);
  const shown = await stage.gongkai(['redrive', '--stack', stack, '--dry-run']);
  assert.ok(shown.stdout.includes(foreignKey), `expected the dead letter to be shown by its key; saw ${shown.stdout}`);
  assert.equal((await statusOf(stage, stack)).deadLetters, 1);
}

/** Redriven while its cause is still there, it comes back to the dead-letter queue: nothing is lost. */
export async function redrive(stage: Stage): Promise<void> {
  const moved = await stage.gongkai(['redrive', '--stack', stack]);
  assert.match(moved.stderr, /1 messages are back in the queue/);
  assert.equal((await statusOf(stage, stack)).deadLetters, 0);
  await waitForDeath(stage);
}

async function waitForDeath(stage: Stage): Promise<void> {
  await waitFor(
    { expected: 'the message to be in the dead-letter queue', timeoutMs: deathTimeoutMs },
    () => statusOf(stage, stack),
    ({ deadLetters }) => deadLetters === 1,
  );
}
