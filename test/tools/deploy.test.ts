import { expect, test } from 'vitest';
import { deployCommand } from '../../tools/deploy.ts';

test('a province is its stack, in prod unless a stage is named', () => {
  const command = ['deploy', 'gongkai-sichuan', '--context', 'stage=prod', '--context', 'provinces=sichuan'];
  expect(deployCommand(['sichuan'])).toEqual(command);
  expect(deployCommand(['四川'])).toEqual(command);
  expect(deployCommand(['51', '--stage', 'test'])[1]).toBe('gongkai-sichuan-test');
});

test('the gateway goes over the provinces that are named', () => {
  const command = deployCommand(['sichuan', 'guizhou', '--national']);
  expect(command.slice(1, 4)).toEqual(['gongkai-sichuan', 'gongkai-guizhou', 'gongkai-national']);
  expect(command).toContain('gateway=sichuan,guizhou');
});

test('all are thirty-one', () => {
  expect(deployCommand(['all']).filter((word) => word.startsWith('gongkai-'))).toHaveLength(31);
});

test('what stands after two dashes is for cdk', () => {
  expect(deployCommand(['sichuan', '--', '--require-approval', 'never']).slice(-2)).toEqual([
    '--require-approval',
    'never',
  ]);
});

test('without a province, or with one that is none, it says how to name one', () => {
  expect(() => deployCommand([])).toThrow('npm run deploy -- PROVINCE');
  expect(() => deployCommand(['sichaun'])).toThrow('sichaun is no province');
});
