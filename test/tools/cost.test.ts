import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assumptions } from '../../tools/cost/assumptions.ts';
import {
  idleMonth,
  ingestedReports,
  keptReports,
  keptTables,
  nestedQueries,
  scannedTables,
  total,
} from '../../tools/cost/bill.ts';
import { deployedProvince } from '../../tools/cost/deployed.ts';
import { describeCosts } from '../../tools/cost/describe.ts';
import { atMemorySizes, nationOf, provinceOf, readByOthers } from '../../tools/cost/growth.ts';
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
  expect(deployed).toMatchObject({ alarmMetrics: 17, dashboards: 1 });
});

test('a bill is counts times prices: 100 ms of work on half a processor are 200, and two calls to the table wait', () => {
  const queried = { queries: 1, milliseconds: 100, tableCalls: 2, readUnits: 8, answerBytes: 1024 ** 2 };
  const half = { ...deployed, apiMemoryMb: 1769 / 2 };
  const charges = nestedQueries(1_000_000, { ...measured, queried }, half);
  expect(charges.find(({ what }) => what === 'API')).toMatchObject({ count: 2_000_000, usd: 2 });
  expect(charges.find(({ what }) => what === 'reads')).toMatchObject({ count: 8_000_000, usd: 1 });
  expect(charges.find(({ what }) => what === 'function')?.count).toBeCloseTo(1_000_000 * 0.216 * (1769 / 2048), 3);
});

test('tables are looked after every hour, and cost by the reports whose lists are read', () => {
  const charges = keptTables(3_000, deployed);
  expect(charges.find(({ what }) => what === 'runs')?.count).toBe(730);
  expect(charges.find(({ what }) => what === 'reads of lists')?.count).toBeCloseTo(730 * 3_000 * 0.17, 6);
  expect(total(keptTables(10_000, deployed))).toBeLessThan(0.5);
  expect(scannedTables(1024 ** 3 / assumptions.tableFileBytes).usd).toBeCloseTo(0.005, 9);
});

test('a nation is its provinces: as many reports and queries, each stack paid for', () => {
  const inputs = { measured, deployed };
  const [one, all] = [provinceOf(100_000, 1_000_000, inputs), nationOf(3_100_000, 31_000_000, inputs)];
  expect(all.first).toBeCloseTo(31 * one.first, 6);
  expect(all.later).toBeCloseTo(31 * one.later, 6);
  expect(one.first - one.later).toBeCloseTo(
    total(ingestedReports(100_000, measured, deployed)) - total(keptReports(100_000, measured)),
    6,
  );
});

test('half a processor takes twice as long and costs the same, but for what it waits', () => {
  const [half, whole, more] = atMemorySizes([1769 / 2, 1769, 3538], 10, { milliseconds: 100, waitMs: 50 });
  expect([half?.seconds, whole?.seconds, more?.seconds]).toEqual([0.25, 0.15, 0.15]);
  expect(more?.usd).toBeCloseTo(2 * (whole?.usd ?? 0), 12);
  expect((half?.usd ?? 0) / (whole?.usd ?? 1)).toBeCloseTo(0.25 / 2 / 0.15, 12);
});

test('a reader by the page is paid for pages, one by the token for tokens', () => {
  const { pages, inputTokens, outputTokens } = assumptions.reportForOthers;
  const [service, large] = readByOthers(1_000);
  expect(service?.usd).toBeCloseTo(pages * 15, 9);
  expect(large?.usd).toBeCloseTo((inputTokens * 3 + outputTokens * 15) / 1_000, 9);
});
