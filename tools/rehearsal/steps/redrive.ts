import assert from 'node:assert/strict';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { waitForDeath } from '../wait-for-death.ts';
import { foreignKey } from './separate.ts';

const { stack } = provinces.sichuan;

/** The poison message is dead, and the command line shows what it is. */
export async function showDeadLetter(stage: Stage): Promise<void> {
  await waitForDeath(stage, stack);
  const shown = await stage.gongkai(['redrive', '--stack', stack, '--dry-run']);
  assert.ok(shown.stdout.includes(foreignKey), `expected the dead letter to be shown by its key; saw ${shown.stdout}`);
  assert.equal((await statusOf(stage, stack)).deadLetters, 1);
}

/** Redriven while its cause is still there, it comes back to the dead-letter queue: nothing is lost. */
export async function redrive(stage: Stage): Promise<void> {
  const moved = await stage.gongkai(['redrive', '--stack', stack]);
  assert.match(moved.stderr, /1 messages are back in the queue/);
  assert.equal((await statusOf(stage, stack)).deadLetters, 0);
  await waitForDeath(stage, stack);
}
