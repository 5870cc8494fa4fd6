import assert from 'node:assert/strict';
import { describeStack, stackOutput } from '../../../infra/aws/stack.ts';
import { gatewayStack, provinces } from '../account.ts';
import { askUntil } from '../ask.ts';
import type { Stage } from '../stage.ts';
import { statusOf } from '../status-of.ts';
import { operateGuizhou } from './operator.ts';

/** Guizhou has a stack of its own with nothing in it, and the gateway tells what Sichuan has. */
export async function deployGateway(stage: Stage, [make = '']: readonly string[]): Promise<void> {
  const { stdout } = await stage.shell(make);
  assert.match(stdout, /"code": "510000"[\s\S]*"totalCount": 1/);
  assert.doesNotMatch(stdout, /"errors"/);
  const { stack, code } = provinces.guizhou;
  await operateGuizhou(stage);
  assert.equal((await describeStack(stage.env, stack)).ProvinceCode, code);
  assert.deepEqual((await statusOf(stage, stack)).outcomes, { published: 0, held: 0, rejected: 0 });
}

/** The gateway serves the agencies of both provinces. */
export async function queryGateway(stage: Stage): Promise<void> {
  const url = await stackOutput(stage.env, gatewayStack, 'GraphqlUrl');
  const names = Object.values(provinces).flatMap(({ agencies }) => agencies);
  const nodes = names.map((name) => ({ name }));
  const codes = Object.values(provinces).map(({ code }) => ({ code: `${code}0000` }));
  const expected = { provinces: codes, agencies: { totalCount: nodes.length, nodes } };
  await askUntil(
    stage,
    ['--to', url],
    '{ provinces { code } agencies(first: 20) { totalCount nodes { name } } }',
    expected,
  );
}
