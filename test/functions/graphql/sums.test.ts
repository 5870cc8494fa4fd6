import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../schema/record/scope.ts';
import { organ } from './agencies.ts';
import { fullVersion, type StoredVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const scoped = (version: StoredVersion, scope: Scope): StoredVersion => ({
  ...version,
  head: { ...version.head, scope },
});

/** Codes of the notices of an answer; undefined where it has none. */
function codesOf(extensions: Readonly<Record<string, unknown>> | undefined): string[] | undefined {
  const notices = extensions?.notices as { readonly code: string }[] | undefined; // as `notices.ts` has them
  return notices?.map(({ code }) => code);
}

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.storeSample('neijiang-2020.txt', '2021-04-01T00:00:00Z');
  await api.storeSample('yingkou-2020.txt', '2021-04-04T00:00:00Z');
  for (const [year, scope] of [
    [2017, 'territory'],
    [2016, 'unknown'],
  ] as const) {
    await api.store([
      scoped(fullVersion(organ('内江市人民政府'), year), scope),
      scoped(fullVersion(organ('内江市教育局'), year), 'organ'),
      scoped(fullVersion(organ('威远县教育局', '511024'), year), 'organ'),
    ]);
  }
});
afterAll(() => api.close());

describe('sums and rankings', () => {
  it('says in the answer where it is not known whose figures are added up or ranked, and else nothing', async () => {
    const noticesOf = async (province: string, asked: string, year = 2020) => {
      const { errors, extensions } = await api.ask(
        `{ province(code: "${province}") { aggregate(year: ${year}, metrics: [applicationsReceived, grantedShare], minimumGroup: 1) { ${asked} } } }`,
      );
      expect(errors).toBeUndefined();
      return codesOf(extensions);
    };
    expect(await noticesOf('210000', 'sum')).toEqual(['SUM_OF_UNKNOWN_SCOPE']);
    expect(await noticesOf('210000', 'pooled')).toEqual(['SUM_OF_UNKNOWN_SCOPE']);
    expect(await noticesOf('210000', 'measured median ranking { value scope }')).toBeUndefined();
    expect(await noticesOf('510000', 'sum pooled ranking { value }')).toBeUndefined();
    expect(await noticesOf('510000', 'sum', 2016)).toEqual(['SUM_REFUSED']);
    expect(await noticesOf('510000', 'ranking { value }', 2016)).toEqual(['RANKED_SCOPES_DIFFER']);
  });

  it('adds no whole to its parts: it names both, or says why not and which query works', async () => {
    const query = (year: number) => `{ province(code: "510000") {
      aggregate(year: ${year}, metrics: [applicationsReceived], minimumGroup: 1) {
        measured sum
        scopes { scope count }
        cover {
          counted reports { agency { name } scope { scope } }
          leftOutCount leftOut { report { agency { name } } within { agency { name } } }
          refusals { code message { en } whole { agency { name } } parts { agency { name } } instead }
        }
      }
    } }`;
    const { data, errors } = await api.ask(query(2017));
    expect(errors).toBeUndefined();
    const [known] = data.province.aggregate;
    expect(known).toMatchObject({
      measured: 3,
      scopes: [
        { scope: 'territory', count: 1 },
        { scope: 'organ', count: 2 },
      ],
      cover: { counted: 1, leftOutCount: 2, refusals: [], reports: [{ agency: { name: '内江市人民政府' } }] },
    });
    expect(
      known.cover.leftOut.map(({ within }: { within: { agency: { name: string } } }) => within.agency.name),
    ).toEqual(['内江市人民政府', '内江市人民政府']);
    const [unknown] = (await api.ask(query(2016))).data.province.aggregate;
    expect(unknown.sum).toBeNull();
    const [refusal, ...more] = unknown.cover.refusals;
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({
      code: 'scopeUnknown',
      whole: { agency: { name: '内江市人民政府' } },
      message: { en: expect.stringContaining('2 other report') },
    });
    const works = await api.ask(refusal.instead);
    expect(works.errors).toBeUndefined();
    expect(works.extensions?.notices).toBeUndefined();
    expect(works.data.province.aggregate[0].sum).toBe(2 * known.sum);
  });

  it('ranks and describes the reports of one scope alone, among all agencies of the group', async () => {
    const ofScope = async (year: number, scope: Scope) => {
      const { data, errors, extensions } = await api.ask(`{ province(code: "510000") {
        aggregate(year: ${year}, metrics: [applicationsReceived], scope: ${scope}, minimumGroup: 1) {
          measured median coverage { reported } scopes { scope count } ranking { rank report { agency { name } } }
        }
      } }`);
      expect(errors).toBeUndefined();
      const [{ ranking, ...rest }] = data.province.aggregate;
      return {
        ...rest,
        names: ranking.map(({ report }: { report: { agency: { name: string } } }) => report.agency.name).toSorted(),
        notices: codesOf(extensions),
      };
    };
    const alike = { coverage: { reported: 3 }, median: expect.any(Number), notices: undefined };
    expect(await ofScope(2016, 'unknown')).toEqual({
      ...{ ...alike, measured: 1, scopes: [{ scope: 'unknown', count: 1 }] },
      names: ['内江市人民政府'],
    });
    expect(await ofScope(2016, 'organ')).toEqual({
      ...{ ...alike, measured: 2, scopes: [{ scope: 'organ', count: 2 }] },
      names: ['内江市教育局', '威远县教育局'],
    });
    expect(await ofScope(2016, 'ownLevel')).toEqual({ ...alike, measured: 0, scopes: [], median: null, names: [] });
  });

  it('names a whole that prints less than its parts in hand, and accuses none of them', async () => {
    const { data, errors } = await api.ask(`{ province(code: "510000") {
      aggregate(year: 2017, metrics: [applicationsReceived], minimumGroup: 1) {
        cover { exceeded { whole { agency { name } } value partsCount parts { agency { name } } partsValue message { zh en } } }
      }
    } }`);
    expect(errors).toBeUndefined();
    const [{ cover }] = data.province.aggregate;
    const [exceeded, ...more] = cover.exceeded;
    expect(more).toEqual([]);
    expect(exceeded).toMatchObject({ whole: { agency: { name: '内江市人民政府' } }, partsCount: 2 });
    expect(exceeded.partsValue).toBe(2 * exceeded.value);
    expect(exceeded.message.en).toContain(`more than the ${exceeded.value} in the report of 内江市人民政府`);
  });

  it('lists reports and findings by whose figures they are of', async () => {
    const listed = async (year: number, scope: Scope) => {
      const query = `{
        reports(filter: { year: ${year}, scope: ${scope} }) { nodes { agency { name } scope { scope } } }
        findings(filter: { year: ${year}, scope: ${scope} }, first: 100) { nodes { report { agency { name } } } }
      }`;
      const { data, errors } = await api.ask(query);
      expect(errors).toBeUndefined();
      const found = data.findings.nodes.map(
        ({ report }: { report: { agency: { name: string } } }) => report.agency.name,
      );
      const reports = data.reports.nodes.map(({ agency }: { agency: { name: string } }) => agency.name);
      expect([...new Set(found)].toSorted()).toEqual(reports.toSorted());
      return reports;
    };
    expect(await listed(2017, 'territory')).toEqual(['内江市人民政府']);
    expect(await listed(2017, 'organ')).toEqual(['内江市教育局', '威远县教育局']);
    expect(await listed(2016, 'unknown')).toEqual(['内江市人民政府']);
    expect(await listed(2016, 'ownLevel')).toEqual([]);
  });

  it('says of a list by a measure that its reports are unlike', async () => {
    const codes = async (asked: string) =>
      codesOf((await api.ask(`{ reports(filter: { year: 2016 }${asked}) { nodes { year } } }`)).extensions);
    expect(await codes(', orderBy: { metric: applicationsReceived, direction: descending }')).toEqual([
      'RANKED_SCOPES_DIFFER',
    ]);
    expect(await codes('')).toBeUndefined();
  });
});
