import { expect, test } from 'vitest';
import { provinceNamed } from '../../cdk/provinces.ts';
import { resolveSettings, retrySeconds, settingsOf, timeoutSeconds } from '../../cdk/settings.ts';

const sichuan = provinceNamed('sichuan');

test('a province without overrides has the defaults, in the region of the credentials', () => {
  const { region, ingest, features } = resolveSettings(sichuan, 'prod', 'ap-southeast-1');
  expect({ region, batchSize: ingest.batchSize, features }).toEqual({
    region: 'ap-southeast-1',
    batchSize: 5,
    features: { site: false, budgetUsd: 20, arm64: true },
  });
});

test('a later override goes before an earlier one, and leaves the rest alone', () => {
  const { ingest } = settingsOf([{ ingest: { batchSize: 2, parseSeconds: 30 } }, { ingest: { batchSize: 3 } }], 'x');
  expect(ingest).toMatchObject({ batchSize: 3, parseSeconds: 30, memoryMb: 1024 });
});

test('a region in China begins without Budgets', () => {
  expect(settingsOf([{ region: 'cn-north-1' }], 'x').features).toEqual({ site: false, budgetUsd: null, arm64: true });
});

test('a feature can be switched on there all the same', () => {
  const { features } = settingsOf([{ region: 'cn-north-1', features: { site: true } }], 'x');
  expect(features.site).toBe(true);
});

test('a run has time for every message of a batch at its slowest', () => {
  const { ingest } = settingsOf([{ ingest: { batchSize: 2, parseSeconds: 30 } }], 'x');
  expect(timeoutSeconds(ingest)).toBe(80);
  expect(retrySeconds(ingest)).toBe(480);
});

test('a message may not be delivered again while its run goes on', () => {
  const override = { ingest: { retrySeconds: 10 } };
  expect(() => settingsOf([override], 'sichuan')).toThrow(/Settings of sichuan.*\n.*retrySeconds/);
});

test('a wrong setting is named', () => {
  expect(() => settingsOf([{ alarms: { addresses: ['nobody'] } }], 'sichuan')).toThrow(/alarms\.addresses/);
});

test('a stage that nobody described is refused', () => {
  expect(() => resolveSettings(sichuan, 'staging')).toThrow('No stage staging; there are: prod, test');
});
