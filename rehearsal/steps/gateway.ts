import assert from 'node:assert/strict';
import { stackOutput } from '../../infra/stack.ts';
import { gatewayStack, provinces } from '../account.ts';
import { ask } from '../ask.ts';
import type { Stage } from '../stage.ts';

/** The gateway serves the agencies of both provinces. */
export async function queryGateway(stage: Stage): Promise<void> {
  const url = await stackOutput(stage.env, gatewayStack, 'GraphqlUrl');
  const asked = ['--to', url] as const;
  const codes = Object.values(provinces).map(({ code }) => ({ code: `${code}0000` }));
  assert.deepEqual(await ask(stage, asked, '{ provinces { code } }'), { provinces: codes });
  const names = Object.values(provinces).flatMap(({ agencies }) => agencies);
  const nodes = names.map((name) => ({ name }));
  const expected = { agencies: { totalCount: nodes.length, nodes } };
  assert.deepEqual(await ask(stage, asked, '{ agencies(first: 20) { totalCount nodes { name } } }'), expected);
}
