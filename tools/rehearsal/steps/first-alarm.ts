import assert from 'node:assert/strict';
import { describeStack } from '../../../infra/aws/stack.ts';
import { provinces } from '../account.ts';
import { hasten } from '../hasten.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { waitForDeath } from '../wait-for-death.ts';

const { stack } = provinces.sichuan;

/** A message that can never be ingested dies, rings, is shown, redriven, dies again, and is purged. */
export async function ringFirstAlarm(stage: Stage, blocks: readonly string[]): Promise<void> {
  assert.equal(blocks.length, 3);
  const [send = '', look = '', purge = ''] = blocks;
  await hasten(stage, stack);
  await stage.shell(send);
  await waitForDeath(stage, stack);
  const alarm = await ring(stage, 'ALARM');
  const { stdout, stderr } = await stage.shell(look);
  assert.match(stdout, /Dead letters +1 /);
  assert.ok(stdout.includes(alarm), `expected ${alarm} to be shown; saw ${stdout}`);
  assert.match(stdout, /no S3 notification: "\{\}"/);
  assert.match(stderr, /1 messages are back in the queue/);
  await waitForDeath(stage, stack);
  await stage.shell(purge);
  await ring(stage, 'OK');
  const { deadLetters, alarms } = await statusOf(stage, stack);
  assert.deepEqual({ deadLetters, alarms }, { deadLetters: 0, alarms: [] });
}

/** The emulator measures nothing, so its alarms are told when to ring. Answers the alarm's name. */
async function ring(stage: Stage, state: 'ALARM' | 'OK'): Promise<string> {
  const { AlarmNamePrefix } = await describeStack(stage.env, stack);
  const name = `${AlarmNamePrefix}dead-letters`;
  const told = ['--alarm-name', name, '--state-value', state, '--state-reason', 'rehearsal'];
  await stage.aws('cloudwatch', 'set-alarm-state', ...told);
  return name;
}
