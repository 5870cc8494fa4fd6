import assert from 'node:assert/strict';
import { describeStack } from '../../infra/stack.ts';
import { appContext, provinces } from '../account.ts';
import type { Stage } from '../stage.ts';
import { deployOptions } from './deploy.ts';
import { querySeparately } from './separate.ts';

/** The app as it is differs from nothing that is deployed; deployed again, everything is where it was, with its data. */
export async function redeploy(stage: Stage): Promise<void> {
  const before = await outputs(stage);
  await stage.cdk('diff', '--all', '--fail', ...appContext);
  await stage.cdkAsMade('deploy', ...deployOptions);
  assert.deepEqual(await outputs(stage), before);
  await querySeparately(stage);
}

function outputs(stage: Stage) {
  return Promise.all(Object.values(provinces).map(({ stack }) => describeStack(stage.env, stack)));
}
