import assert from 'node:assert/strict';
import { describeStack } from '../../../infra/aws/stack.ts';
import { provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';

const { stack, code } = provinces.sichuan;

/** Prepares the account, as is done once for each account and region. */
export async function bootstrap(stage: Stage, [prepare = '']: readonly string[]): Promise<void> {
  await stage.shell(prepare);
}

/** Every resource is new. */
export async function showWhatWillBeMade(stage: Stage, [show = '']: readonly string[]): Promise<void> {
  const { stdout, stderr } = await stage.shell(show);
  assert.match(stdout + stderr, /\[\+\] AWS::S3::Bucket .*RawBucket/);
  assert.doesNotMatch(stdout + stderr, /\[[-~]\] AWS::/);
}

/** The stack tells of itself what operations need, and has nothing in it. */
export async function deploy(stage: Stage, [make = '']: readonly string[]): Promise<void> {
  await stage.shell(make);
  assert.equal((await describeStack(stage.env, stack)).ProvinceCode, code);
  const { outcomes, deadLetters } = await statusOf(stage, stack);
  assert.deepEqual({ outcomes, deadLetters }, { outcomes: { published: 0, held: 0, rejected: 0 }, deadLetters: 0 });
}

/** The first document is published, and the first query shows it. */
export async function ingestFirst(stage: Stage, [begin = '']: readonly string[]): Promise<void> {
  const { stdout } = await stage.shell(begin);
  assert.match(stdout, /^raw\/neijiang-2020\.txt\tpublished\t/m);
  assert.match(stdout, /1 published, 0 held, 0 rejected/);
  assert.match(stdout, /内江市人民政府[\s\S]*2020/);
}
