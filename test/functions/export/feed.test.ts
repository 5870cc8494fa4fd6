import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { divisionFeed } from '../../../functions/export/feed.ts';
import { createHandler, type ExportHandler } from '../../../functions/export/handler.ts';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { putReview } from '../../../infra/store/heads/review-store.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import type { ComparedFinding, Comparison } from '../../../schema/record/comparison.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { findingKey } from '../../../schema/record/finding-key.ts';
import { organ } from '../graphql/agencies.ts';
import { fullVersion } from '../graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../graphql/stored-api.ts';

const police = fullVersion(organ('内江市公安局'), 2020);
const earlier = fullVersion(organ('内江市公安局'), 2019);
const county = fullVersion(organ('隆昌市财政局', '511083'), 2020);
const old = fullVersion(organ('内江市审计局'), 2015);

const compared: ComparedFinding = {
  ...{ rule: 'applications.carried-forward', severity: 'warning', cells: ['a', 'b@2019'], expected: 1, actual: 2 },
  ...{ message: { zh: '结转数不一致', en: 'Not carried over' }, cause: 'source' },
  operands: [{ path: 'a', printed: '2' }],
};
const comparison: Comparison = {
  ...{ kind: 'across-years', agencyId: police.agency.id, parserVersion: '1' },
  before: { year: 2019, version: earlier.head.version },
  after: { year: 2020, version: police.head.version },
  checks: { made: 1, possible: 1, passed: 0, notMade: [] },
  findings: [compared],
};

let api: StoredApi;
let exports: ExportHandler;
beforeAll(async () => {
  api = await startStoredApi();
  const late = { ...police.head, timing: 'late' as const, arrival: '2021-03-01T00:00:00.000Z#0A' };
  await api.store([
    { ...police, head: late },
    { ...earlier, head: { ...earlier.head, arrival: '2021-05-01T00:00:00.000Z#0A' } },
    { ...county, head: { ...county.head, arrival: '2021-02-01T00:00:00.000Z#0A' } },
    old,
  ]);
  await api.writer.change(async (writes) => {
    await writes.putComparison(comparison);
    await writes.putComparison({ ...comparison, kind: 'versions', before: { year: 2020, version: 'earlier' } });
  });
  exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
});
afterAll(async () => {
  exports.close();
  await api.close();
});

const settings = () => readEnv(TableEnv, api.env);
const get = (path: string, headers: Record<string, string> = {}) =>
  exports.stream(new Request(`http://localhost/export/51/${path}`, { headers }));

async function news(division: string): Promise<string[]> {
  const text = await (await get(`${division}.atom`)).text();
  return [...text.matchAll(/<updated>(\d+-\d+)-[\s\S]*?<name>(.*?)<\/name>[\s\S]*?term="(\w+)"/g)].map(
    ([, month, name, term]) => `${month} ${name} ${term}`,
  );
}

describe('the feed of a division', () => {
  it('tells what arrived, what was late, changed and contradicted, the newest first, of the two newest years', async () => {
    const response = await get('511000.atom');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const told = await news('511000');
    // The feed's own time stands before its first entry, which both match.
    expect(told[0]).toMatch(/^2021-05/);
    expect([...told].sort()).toEqual([
      '2021-02 隆昌市财政局 published',
      '2021-03 内江市公安局 changed',
      '2021-03 内江市公安局 late',
      '2021-03 内江市公安局 published',
      '2021-05 内江市公安局 contradicted',
      '2021-05 内江市公安局 published',
    ]);
    expect(await response.text()).toContain('结转数不一致 Not carried over');
  });

  it('is of that division, and the province’s of all of it', async () => {
    expect(await news('511083')).toEqual(['2021-02 隆昌市财政局 published']);
    expect(await news('510000')).toEqual(await news('511000'));
    expect((await get('510100.atom')).status).toBe(404);
    expect((await get('520000.atom')).status).toBe(404);
  });

  it('is not sent again to whoever holds it, until something is new', async () => {
    const etag = (await get('511000.atom')).headers.get('etag') ?? '';
    expect((await get('511000.atom', { 'if-none-match': etag })).status).toBe(304);
  });

  it('tells nothing that a reviewer has dismissed', async () => {
    const dynamo = createDynamoClient(settings());
    const finding: Finding = { ...compared, rule: 'identity.late', cells: [], expected: null, actual: null };
    const late = findingKey(finding, []);
    for (const key of [late, findingKey(compared, compared.operands)]) {
      const decided = { decision: 'dismissed', note: '', reviewer: 'Li', at: '2021-06-01T00:00:00Z' } as const;
      const review = { agencyId: police.agency.id, year: 2020, key, rule: 'r', operands: [], ...decided };
      await putReview({ dynamo, tableName: settings().TABLE_NAME }, review);
    }
    dynamo.destroy();
    expect((await news('511000')).filter((each) => !each.endsWith('published'))).toEqual([]);
  });

  it('takes a Get and two batches more than the lists, which are in memory', async () => {
    const dynamo = createDynamoClient(settings());
    const meter = attachCallMeter(dynamo);
    const reader = createRecordReader({ dynamo, tableName: settings().TABLE_NAME }, 60_000);
    await divisionFeed(reader, '511000');
    meter.read();
    expect(await divisionFeed(reader, '511000')).not.toBeNull();
    expect(meter.read().byCommand).toEqual({ Get: 1, BatchGet: 2 });
    dynamo.destroy();
  });
});
