import assert from 'node:assert/strict';
import { describeStack } from '../../../infra/aws/stack.ts';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { querySeparately } from './separate.ts';

const { stack } = provinces.sichuan;

/** The app as it is differs from nothing that is deployed; deployed again, everything is where it was, with its data. */
export async function upgrade(stage: Stage, [deployAgain = '']: readonly string[]): Promise<void> {
  const [outputs, { outcomes }] = [await describeStack(stage.env, stack), await statusOf(stage, stack)];
  const { stdout, stderr } = await stage.shell(deployAgain);
  assert.match(stdout + stderr, /There were no differences/);
  assert.match(stdout, /read again, 0 of them differently/);
  assert.deepEqual(await describeStack(stage.env, stack), outputs);
  assert.deepEqual((await statusOf(stage, stack)).outcomes, outcomes);
  await querySeparately(stage);
}
