import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { idleMonth, ingestedReports, nestedQueries, total } from '../../tools/cost/bill.ts';
import { deployedProvince } from '../../tools/cost/deployed.ts';
import { describeCosts } from '../../tools/cost/describe.ts';
import { readMeasured } from '../../tools/cost/measured.ts';

const measured = readMeasured();
const deployed = deployedProvince();

test('docs/cost.md is what the figures give: run npm run cost after a change', () => {
  expect(readFileSync('docs/cost.md', 'utf8')).toBe(describeCosts(measured, deployed));
});

test('a province in which nothing happens costs less than $5 a month', () => {
  expect(total(idleMonth(deployed))).toBeLessThan(5);
});

test('10,000 reports cost less than $1', () => {
  expect(total(ingestedReports(10_000, measured, deployed))).toBeLessThan(1);
});

test('an alarm is charged for every metric that it looks at', () => {
  expect(deployed).toMatchObject({ alarmMetrics: 16, dashboards: 1 });
});

test('a bill is counts times prices: 100 ms of work on half a processor are 200, and two calls to the table wait', () => {
  const queried = { queries: 1, milliseconds: 100, tableCalls: 2, readUnits: 8, answerBytes: 1024 ** 2 };
  const half = { ...deployed, apiMemoryMb: 1769 / 2 };
  const charges = nestedQueries(1_000_000, { ...measured, queried }, half);
  expect(charges.find(({ what }) => what === 'API')).toMatchObject({ count: 2_000_000, usd: 2 });
  expect(charges.find(({ what }) => what === 'reads')).toMatchObject({ count: 8_000_000, usd: 1 });
  expect(charges.find(({ what }) => what === 'function')?.count).toBeCloseTo(1_000_000 * 0.216 * (1769 / 2048), 3);
});
