import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

let api: StoredApi;
let neijiang: string;
let gongjing: string;
const quiet = organ('市气象局');
beforeAll(async () => {
  api = await startStoredApi();
  neijiang = await api.storeSample('neijiang-2020.txt', '2021-04-01T00:00:00Z');
  gongjing = await api.storeSample('gongjing-2018.txt', '2021-04-02T00:00:00Z');
  await api.storeSample('qingzhen-2020.txt', '2021-04-03T00:00:00Z');
  await api.storeSample('yingkou-2020.txt', '2021-04-04T00:00:00Z');
  await api.store([fullVersion(quiet, 2019)]);
});
afterAll(() => api.close());

describe('measures of real reports', () => {
  it('are computed from what is printed, with the formula beside them', async () => {
    const { data, errors } = await api.ask(
      `query ($id: ID!) {
        agency(id: $id) {
          received: series(metric: applicationsReceived) { points { year value gap { code } form } }
          granted: series(metric: grantedShare) { metric { unit kind formula } points { value report { title } } }
        }
      }`,
      { id: neijiang },
    );
    expect(errors).toBeUndefined();
    expect(data.agency.received.points).toEqual([{ year: 2020, value: 224, gap: null, form: 'FORM_2019' }]);
    expect(data.agency.granted.metric).toEqual({
      unit: '1',
      kind: 'share',
      formula: 'applications.granted.total / applications.processed.total',
    });
    expect(data.agency.granted.points[0].value).toBeCloseTo(114 / 234);
  });

  it('have a gap with its reason for a year without a report and for a form that means something else', async () => {
    const query = `query ($id: ID!) {
      agency(id: $id) { series(metric: grantedShare, from: 2017, to: 2018) { points { year value gap { code message { zh } } } } }
    }`;
    const { data } = await api.ask(query, { id: gongjing });
    expect(data.agency.series.points).toEqual([
      { year: 2017, value: null, gap: { code: 'noReport', message: { zh: '没有该年度的年度报告' } } },
      { year: 2018, value: null, gap: { code: 'notInForm', message: { zh: expect.stringContaining('口径不同') } } },
    ]);
  });

  it('are compared for several agencies, a series for each and each measure', async () => {
    const query = `query ($ids: [ID!]!) {
      compare(agencyIds: $ids, years: [2018, 2020], metrics: [applicationsReceived, litigationTotal]) {
        agency { name } metric { key } points { year value gap { code } }
      }
    }`;
    api.calls();
    const { data } = await api.ask(query, { ids: [neijiang, gongjing] });
    expect(api.calls().byCommand).toEqual({ BatchGet: 1 });
    expect(data.compare).toHaveLength(4);
    expect(data.compare[0]).toEqual({
      agency: { name: '内江市人民政府' },
      metric: { key: 'applicationsReceived' },
      points: [
        { year: 2018, value: null, gap: { code: 'noReport' } },
        { year: 2020, value: 224, gap: null },
      ],
    });
    expect(data.compare[2].points[0]).toMatchObject({ year: 2018, gap: null });
  });

  it('are listed with their formula, their forms and their breaks', async () => {
    const { data } = await api.ask(
      '{ metrics { key name { zh en } unit kind formula forms breaks { form note { zh } } } }',
    );
    expect(data.metrics).toHaveLength(38);
    expect(data.metrics.find(({ key }: { key: string }) => key === 'feesAmount')).toMatchObject({
      name: { zh: '行政事业性收费金额' },
      unit: '元',
      forms: ['FORM_2021'],
      breaks: [{ form: 'FORM_2008' }, { form: 'FORM_2019' }],
    });
  });
});

describe('a province', () => {
  it('has its years and says who reported, and who of those known did not', async () => {
    const query = `{
      provinces { code name years }
      province(code: "51") {
        coverage(year: 2020) { known reported published held missing { totalCount nodes { name } } }
      }
      none: province(code: "11") { name }
    }`;
    const { data, errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    expect(data.provinces).toEqual([
      { code: '210000', name: '辽宁省', years: [2020] },
      { code: '510000', name: '四川省', years: [2018, 2019, 2020] },
      { code: '520000', name: '贵州省', years: [2020] },
    ]);
    expect(data.none).toBeNull();
    const { coverage } = data.province;
    expect(coverage).toMatchObject({ known: 3, reported: 1 });
    expect(coverage.published + coverage.held).toBe(1);
    expect(coverage.missing).toEqual({
      totalCount: 2,
      nodes: [{ name: '自贡市贡井区人民政府' }, { name: '市气象局' }],
    });
  });

  it('aggregates by kind of organ, and covers one kind or level alone', async () => {
    const { data, errors } = await api.ask(`{
      province(code: "51") {
        aggregate(year: 2020, metrics: [applicationsReceived], by: type) { type { key } level coverage { known } }
        governments: coverage(year: 2020, type: "government") { known reported }
        counties: coverage(year: 2020, level: county) { known reported }
        ofCounties: aggregate(year: 2020, metrics: [applicationsReceived], level: county) { coverage { known } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.province).toEqual({
      aggregate: [
        { type: { key: 'government' }, level: null, coverage: { known: 2 } },
        { type: { key: 'meteorology' }, level: null, coverage: { known: 1 } },
      ],
      governments: { known: 2, reported: 1 },
      counties: { known: 1, reported: 0 },
      ofCounties: [{ coverage: { known: 1 } }],
    });
  });

  it('aggregates measures by division, withholds statistics of too small a group, and ranks', async () => {
    const query = `query ($id: ID!, $least: Int!) {
      province(code: "510000") {
        aggregate(year: 2020, metrics: [applicationsReceived], by: division, minimumGroup: $least) {
          division { name } measured tooSmall sum mean median coverage { known reported }
          ranking { rank value report { agency { name } } } rank(agencyId: $id) { rank }
        }
      }
    }`;
    const small = await api.ask(query, { id: neijiang, least: 3 });
    expect(small.errors).toBeUndefined();
    expect(small.data.province.aggregate.map((each: { division: { name: string } }) => each.division.name)).toEqual([
      '自贡市',
      '内江市',
    ]);
    expect(small.data.province.aggregate[1]).toMatchObject({ measured: 1, tooSmall: true, sum: null, mean: null });
    const { data } = await api.ask(query, { id: neijiang, least: 1 });
    expect(data.province.aggregate[1]).toEqual({
      division: { name: '内江市' },
      measured: 1,
      tooSmall: false,
      ...{ sum: 224, mean: 224, median: 224 },
      coverage: { known: 2, reported: 1 },
      ranking: [{ rank: 1, value: 224, report: { agency: { name: '内江市人民政府' } } }],
      rank: { rank: 1 },
    });
  });

  it('computes no measure thousands of times', async () => {
    const query = `query ($metrics: [MetricKey!]!) {
      province(code: "51") { aggregate(year: 2020, metrics: $metrics, by: division) { tooSmall } }
    }`;
    const { errors } = await api.ask(query, { metrics: Array(3_000).fill('grantedShare') });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'metrics' } }]);
  });

  it('is read in one call a list, whatever was written', async () => {
    const query = `{ province(code: "51") { aggregate(year: 2020, metrics: [grantedShare, closingRate], by: level) { level pooled gaps { code count } } } }`;
    await api.store([fullVersion(quiet, 2020)]);
    api.calls();
    await api.ask(query);
    expect(api.calls().byCommand).toEqual({ Query: 2 });
    await api.ask(query);
    expect(api.calls().byCommand).toEqual({ Query: 2 });
  });
});
