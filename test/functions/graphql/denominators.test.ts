import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDenominators } from '../../../cli/denominators/read-denominators.ts';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

let api: StoredApi;
let neijiang: string;
const quiet = organ('内江市气象局');
beforeAll(async () => {
  api = await startStoredApi();
  neijiang = await api.storeSample('neijiang-2020.txt', '2021-04-01T00:00:00Z');
  const { head, ...version } = fullVersion(quiet, 2020);
  await api.store([{ ...version, head: { ...head, scope: 'organ' } }]);
});
afterAll(() => api.close());

const importFile = (bytes: Uint8Array, recordedAt: string) =>
  api.storeDenominators(readDenominators(bytes, { provinceCode: '51', recordedAt }).statements);
const sample = readFileSync('docs/denominators-sample.csv');

const seriesQuery = `query ($id: ID!, $metric: MetricKey!) {
  agency(id: $id) { series(metric: $metric, from: 2019, to: 2020) { points {
    year value gap { code message { zh en } }
    basis {
      of { path value raw place { table row column line } } to { path } times
      denominator { value unit raw rawUnit source { title url publishedOn } division { code } year measure }
    }
  } } }
}`;
const pointOf2020 = async (id: string, metric = 'applicationsPer100000') => {
  const { data, errors } = await api.ask(seriesQuery, { id, metric });
  expect(errors).toBeUndefined();
  return data.agency.series.points.at(-1);
};

describe('rates', () => {
  it('are gaps until a denominator is imported, and follow an import at once', async () => {
    expect(await pointOf2020(neijiang)).toMatchObject({ value: null, basis: null, gap: { code: 'noDenominator' } });
    await importFile(sample, '2026-01-01T00:00:00.000Z');
    expect(await pointOf2020(neijiang)).toMatchObject({ value: 22.4, gap: null });
  });

  it('lead to the cell that they were read from and to the source of what divides it', async () => {
    expect((await pointOf2020(neijiang)).basis).toEqual({
      of: [
        {
          ...{ path: 'applications.newlyReceived.total', value: 224, raw: '224' },
          place: { table: 2, row: expect.any(Number), column: expect.any(Number), line: expect.any(Number) },
        },
      ],
      to: [],
      times: 100_000,
      denominator: {
        ...{ value: 1_000_000, unit: '人', raw: '100', rawUnit: '万人', year: 2020, measure: 'residentPopulation' },
        division: { code: '511000' },
        source: {
          title: expect.stringContaining('made-up'),
          url: 'https://example.org/sample',
          publishedOn: '2021-01-01',
        },
      },
    });
    const share = await pointOf2020(neijiang, 'grantedShare');
    expect(share.basis).toMatchObject({ of: [{ raw: '114' }], to: [{ path: 'applications.processed.total' }] });
    expect(share.basis.denominator).toBeNull();
  });

  it('are gaps for a report of its own organ', async () => {
    expect((await pointOf2020(quiet.id)).gap.code).toBe('notTerritory');
  });

  it('are ranked, aggregated and filtered by', async () => {
    const { data, errors } = await api.ask(`{
      province(code: "51") { aggregate(year: 2020, metrics: [applicationsPer100000, applicationsPerOrgan], minimumGroup: 1) {
        metric { key unit kind formula per { measure times } } measured gaps { code count } sum pooled median
        ranking { rank value report { title } basis { denominator { value } } }
      } }
      reports(filter: { year: 2020, metrics: [{ metric: applicationsPer100000, min: 20 }] }, orderBy: { metric: applicationsPerOrgan, direction: descending }) {
        nodes { agency { name } }
      }
    }`);
    expect(errors).toBeUndefined();
    const [perInhabitants, perOrgan] = data.province.aggregate;
    expect(perInhabitants).toMatchObject({
      metric: { unit: '件/10万人', kind: 'rate', per: { measure: 'residentPopulation', times: 100_000 } },
      ...{ measured: 1, gaps: [{ code: 'notTerritory', count: 1 }], sum: null, pooled: 22.4, median: 22.4 },
      ranking: [{ rank: 1, value: 22.4, basis: { denominator: { value: 1_000_000 } } }],
    });
    expect(perOrgan.pooled).toBe(224 / 50);
    expect(data.reports.nodes).toEqual([{ agency: { name: '内江市人民政府' } }]);
  });

  it('are not pooled where a territory lacks its denominator, and the answer says so', async () => {
    const zigong = fullVersion(organ('自贡市人民政府', '510300'), 2020);
    await api.store([{ ...zigong, head: { ...zigong.head, scope: 'territory' } }]);
    const ask = async (metric: string) => {
      const { data, extensions } = await api.ask(`{
        province(code: "51") { aggregate(year: 2020, metrics: [${metric}], scope: territory, minimumGroup: 1) { pooled measured gaps { code } } }
      }`);
      return { ...data.province.aggregate[0], notices: JSON.stringify(extensions?.notices ?? []) };
    };
    expect(await ask('applicationsPer100000')).toMatchObject({ pooled: expect.any(Number), measured: 2 });
    expect(await ask('applicationsPerOrgan')).toMatchObject({
      ...{ pooled: null, measured: 1, gaps: [{ code: 'noDenominator' }] },
      notices: expect.stringContaining('RATE_REFUSED'),
    });
  });

  it('cost no call where nobody asks for one', async () => {
    const ask = (metric: string) =>
      api.ask(`{ province(code: "51") { aggregate(year: 2020, metrics: [${metric}]) { measured } } }`);
    await ask('applicationsReceived');
    api.calls();
    await ask('applicationsReceived');
    const without = api.calls().calls;
    await ask('applicationsPer100000');
    expect(api.calls().calls).toBe(without + 1);
  });
});

describe('denominators', () => {
  it('are listed of a division, and of the year of an agency of the whole division', async () => {
    const { data, errors } = await api.ask(
      `query ($city: ID!, $bureau: ID!) {
        city: agency(id: $city) {
          division { denominators { year measure value } none: denominators(year: 2019) { value } }
          year(year: 2020) { denominators { measure value name { zh } source { title } recordedAt } }
        }
        bureau: agency(id: $bureau) { year(year: 2020) { denominators { measure } } }
      }`,
      { city: neijiang, bureau: quiet.id },
    );
    expect(errors).toBeUndefined();
    expect(data.city.division).toEqual({
      denominators: [
        { year: 2020, measure: 'organs', value: 50 },
        { year: 2020, measure: 'residentPopulation', value: 1_000_000 },
      ],
      none: [],
    });
    expect(data.city.year.denominators[1]).toMatchObject({
      name: { zh: '常住人口' },
      recordedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(data.bureau.year.denominators).toHaveLength(2);
  });

  it('hold as the newest import says, and not at all where it takes back', async () => {
    const file = (value: string) =>
      new TextEncoder().encode(
        `division,year,measure,value,unit,source_title\n511000,2020,residentPopulation,${value},人,公报\n`,
      );
    await importFile(file('2240000'), '2026-02-01T00:00:00.000Z');
    expect((await pointOf2020(neijiang)).value).toBe(10);
    await importFile(file(''), '2026-03-01T00:00:00.000Z');
    expect((await pointOf2020(neijiang)).gap.code).toBe('noDenominator');
  });
});
