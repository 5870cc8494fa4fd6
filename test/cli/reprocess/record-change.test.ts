import { expect, test } from 'vitest';
import { recordChanges } from '../../../cli/reprocess/changes.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { buildRecord } from '../../support/build-record.ts';

const finding: Finding = {
  ...{ rule: 'applications.row-sum', expected: 3, actual: 2, message: { zh: '合计不符', en: 'Sum' } },
  ...{ severity: 'error', cells: ['applications.carriedOver.total', 'applications.granted.total'], cause: 'source' },
};
const withFindings = (...findings: Finding[]) => buildRecord({ change: { findings } });

test('the same reading is no change, nor is a finding in other words or with its cells in another order', () => {
  const reworded = { ...finding, cells: finding.cells.toReversed(), message: { zh: '不符', en: 'Other words' } };
  expect(recordChanges([withFindings(finding)], [withFindings(reworded)])).toEqual([]);
});

test('a finding that stands twice and then once has gone once', () => {
  const [change] = recordChanges([withFindings(finding, finding)], [withFindings(finding)]);
  expect(change).toMatchObject({ come: [], gone: [finding], cells: [], facts: [] });
});

test('a record that is no longer filed is that fact, with its findings gone', () => {
  expect(recordChanges([withFindings(finding)], [])).toMatchObject([
    {
      name: '内江市人民政府 2021',
      facts: [{ name: 'filed', before: 'true', after: 'false' }],
      gone: [finding],
      cells: [],
    },
  ]);
});
