import assert from 'node:assert/strict';
import { describeStack } from '../../infra/stack.ts';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { waitFor } from '../wait-for.ts';

const { stack } = provinces.sichuan;
const reprocessed = 'raw/四川/neijiang-2020.txt';

/** One document is listed, read again for nothing but the differences, and then on demand: only its ingestion changes. */
export async function reprocess(stage: Stage): Promise<void> {
  const selected = ['reprocess', '--stack', stack, '--key', reprocessed];
  const listed = await stage.gongkai([...selected, '--list']);
  assert.match(listed.stdout, /\tpublished\t.*\traw\/四川\/neijiang-2020\.txt\t/);
  await stage.gongkai([...selected, '--dry-run']);
  const before = await statusOf(stage, stack);
  await stage.gongkai([...selected, '--force']);
  const after = await waitFor(
    { expected: `${reprocessed} to be ingested again`, timeoutMs: 60_000 },
    () => statusOf(stage, stack),
    (seen) => finishedAt(seen) !== finishedAt(before),
  );
  assert.deepEqual(after.outcomes, before.outcomes);
}

function finishedAt({ lastIngestions }: Awaited<ReturnType<typeof statusOf>>): string | undefined {
  return lastIngestions.find(({ key }) => key === reprocessed)?.finishedAt;
}

/** An alarm that rings is in the status, and out of it when it has ended. */
export async function ringAlarm(stage: Stage): Promise<void> {
  const { AlarmNamePrefix } = await describeStack(stage.env, stack);
  const AlarmName = `${AlarmNamePrefix}dead-letters`;
  const set = (StateValue: string) =>
    stage.aws('cloudwatch', 'set_alarm_state', { AlarmName, StateValue, StateReason: 'rehearsal' });
  await set('ALARM');
  const ringing = await statusOf(stage, stack);
  await set('OK');
  const silent = await statusOf(stage, stack);
  assert.deepEqual([ringing.alarms?.map(({ name }) => name), silent.alarms], [[AlarmName], []]);
}
