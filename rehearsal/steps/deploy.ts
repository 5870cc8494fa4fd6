import assert from 'node:assert/strict';
import { describeStack } from '../../infra/stack.ts';
import { account, appContext, provinces, region } from '../account.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';

/** Prepares the account, as is done once for each account and region. */
export async function bootstrap(stage: Stage): Promise<void> {
  await stage.cdkWithoutApp('bootstrap', `aws://${account}/${region}`);
}

/** Deploys two provinces and the gateway, all that the app is asked for. */
export async function deploy(stage: Stage): Promise<void> {
  await stage.cdk('deploy', ...deployOptions, ...appContext);
}

/** Every stack, without a question to anybody, with the events in what a failure shows. */
export const deployOptions = ['--all', '--require-approval', 'never', '--progress', 'events'];

/** Each stack tells of itself what operations need, and has nothing in it. */
export async function lookAtEmptyStacks(stage: Stage): Promise<void> {
  for (const { stack, code } of Object.values(provinces)) {
    assert.equal((await describeStack(stage.env, stack)).ProvinceCode, code);
    const { outcomes, deadLetters } = await statusOf(stage, stack);
    assert.deepEqual({ outcomes, deadLetters }, { outcomes: { published: 0, held: 0, rejected: 0 }, deadLetters: 0 });
  }
}
