import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { addStacks } from '../../cdk/add-stacks.ts';
import { readContext } from '../../cdk/provinces.ts';
import { newApp } from './support/stacks.ts';

const folder = `${import.meta.dirname}/support/code`;

/** Names of the stacks that the app makes of a context. */
function stacks(context: Record<string, string>): string[] {
  const app = newApp(context);
  addStacks(app, { ...readContext(app), code: { ingest: folder, graphql: folder, export: folder, site: folder } });
  return app.node.children.filter((child) => Stack.isStack(child)).map(({ stackName }) => stackName);
}

test('a stage has its own stacks, whose names say so', () => {
  expect(stacks({ provinces: 'sichuan,52' })).toEqual(['gongkai-sichuan', 'gongkai-guizhou']);
  expect(stacks({ provinces: '四川', stage: 'test' })).toEqual(['gongkai-sichuan-test']);
});

test('the gateway is made where it is asked for', () => {
  const asked = { provinces: 'sichuan', gateway: 'sichuan,guizhou', stage: 'test' };
  expect(stacks(asked)).toEqual(['gongkai-sichuan-test', 'gongkai-national-test']);
});

test('the gateway has memory and time for the lists of a nation', () => {
  const app = newApp({ provinces: 'sichuan', gateway: 'all' });
  addStacks(app, { ...readContext(app), code: { ingest: folder, graphql: folder, export: folder, site: folder } });
  const gateway = app.node.children.find(({ node }) => node.id === 'gongkai-national');
  Template.fromStack(Stack.of(gateway ?? app)).hasResourceProperties('AWS::Lambda::Function', {
    MemorySize: 3008,
    Timeout: 29,
  });
});

test('without a choice every province has a stack', () => {
  const names = stacks({});
  expect(names).toHaveLength(31);
  expect(names).toContain('gongkai-xizang');
});

test('a word that is no province ends it', () => {
  expect(() => stacks({ provinces: 'sichaun' })).toThrow('sichaun is no province');
});
