import { expect, test } from 'vitest';
import { type BenchTable, changedRatios, describeRun } from '../../../tools/bench/published.ts';

const table = (ratio: string, milliseconds: string): BenchTable => ({
  title: 'Parsing',
  rows: [
    ['format', 'ms', 'of the tree'],
    ['html', milliseconds, ratio],
    ['pdf', '9.1', '4.0×'],
  ],
});

test('a ratio that differs by more than the noise is told with its place; milliseconds are a machine’s', () => {
  const before = [table('2.0×', '10.0')];
  expect(changedRatios(before, [table('2.2×', '90.0')], 0.15)).toEqual([]);
  expect(changedRatios(before, [table('2.4×', '10.0')], 0.15)).toEqual([
    { table: 'Parsing', row: 'html', column: 'of the tree', before: 2, now: 2.4 },
  ]);
  expect(changedRatios(before, [table('1.5×', '10.0')], 0.15)).toHaveLength(1);
});

test('what only one run has measured is compared with nothing', () => {
  const [first] = [table('2.0×', '10.0')];
  expect(changedRatios([first], [{ ...first, title: 'Reading' }], 0)).toEqual([]);
});

test('the page of a run says when, where and of what it is, and shows its tables', () => {
  const run = {
    date: '2026-01-02',
    commit: 'abcdef0',
    node: 'v24.0.0',
    machine: 'a machine',
    tables: [table('2.0×', '10.0')],
  };
  const page = describeRun(run);
  for (const told of ['2026-01-02', 'abcdef0', 'v24.0.0', 'a machine', '### Parsing', '| html | 10.0 | 2.0× |'])
    expect(page).toContain(told);
});
