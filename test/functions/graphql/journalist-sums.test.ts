import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyId } from '../../../schema/record/agency-id.ts';
import type { Scope } from '../../../schema/record/scope.ts';
import { fullVersion, type StoredVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

/** An organ of a made-up province, with the scope of its report and those whose applications its report counts besides its own. */
interface Organ {
  readonly name: string;
  readonly code: string;
  readonly level: 'province' | 'prefecture' | 'county' | 'township';
  readonly scope?: Scope;
  readonly counts?: readonly string[];
}

const organs: readonly Organ[] = [
  {
    ...{ name: '内江市人民政府', code: '511000', level: 'prefecture', scope: 'territory' },
    counts: [
      ...['内江市教育局', '内江市公安局', '内江市公安局东兴区分局', '内江经济技术开发区管理委员会', '东兴区人民政府'],
      ...['东兴区教育局', '东兴区高桥街道办事处', '威远县人民政府', '威远县教育局', '威远县严陵镇人民政府'],
      ...['资中县人民政府', '资中县教育局'],
    ],
  },
  { name: '内江市教育局', code: '511000', level: 'prefecture' },
  { name: '内江市公安局', code: '511000', level: 'prefecture' },
  { name: '内江市公安局东兴区分局', code: '511011', level: 'county' },
  { name: '内江经济技术开发区管理委员会', code: '511000', level: 'prefecture' },
  { name: '国家税务总局内江市税务局', code: '511000', level: 'prefecture' },
  { name: '东兴区人民政府', code: '511011', level: 'county', scope: 'ownLevel', counts: ['东兴区教育局'] },
  { name: '东兴区教育局', code: '511011', level: 'county' },
  { name: '东兴区高桥街道办事处', code: '511011', level: 'township' },
  {
    ...{ name: '威远县人民政府', code: '511024', level: 'county', scope: 'territory' },
    counts: ['威远县教育局', '威远县严陵镇人民政府'],
  },
  { name: '威远县教育局', code: '511024', level: 'county' },
  { name: '威远县严陵镇人民政府', code: '511024', level: 'township' },
  { name: '国家税务总局威远县税务局', code: '511024', level: 'county' },
  { name: '资中县人民政府', code: '511025', level: 'county', scope: 'unknown', counts: ['资中县教育局'] },
  { name: '资中县教育局', code: '511025', level: 'county' },
  { name: '自贡市人民政府', code: '510300', level: 'prefecture', scope: 'ownLevel', counts: ['自贡市教育局'] },
  { name: '自贡市教育局', code: '510300', level: 'prefecture' },
  { name: '贡井区人民政府', code: '510303', level: 'county', scope: 'unknown' },
  { name: '四川省教育厅', code: '510000', level: 'province' },
  { name: '四川大学', code: '510000', level: 'province' },
];

/** Each organ's own applications are another power of two, so that a sum says which organs it counts, and which twice. */
const own = new Map(organs.map(({ name }, at) => [name, 2 ** at]));
const applicationsOf = (names: Iterable<string>) =>
  [...new Set(names)].reduce((sum, name) => sum + (own.get(name) ?? 0), 0);
const printed = ({ name, counts = [] }: Organ) => applicationsOf([name, ...counts]);
const of = (test: (organ: Organ) => boolean) => applicationsOf(organs.filter(test).map(({ name }) => name));
const isIn = (prefix: string) => (organ: Organ) => organ.code.startsWith(prefix);

function versionOf(organ: Organ, year: number, factor = 1): StoredVersion {
  const { name, code, level, scope = 'organ' } = organ;
  const placed = { name, divisionCode: code, provinceCode: '51' };
  const version = fullVersion({ ...placed, id: agencyId(placed), level }, year);
  const figures = { ...version.head.figures, 'applications.newlyReceived.total': factor * printed(organ) };
  return { ...version, head: { ...version.head, level, scope, figures } };
}

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store(organs.map((organ) => versionOf(organ, 2022)));
  await api.store(organs.filter(isIn('5110')).map((organ) => versionOf(organ, 2021, 3)));
  // A report that may be another's counts for nobody.
  const doubtful = versionOf({ name: '内江市审计局', code: '511000', level: 'prefecture' }, 2022);
  const rules = { 'identity.agency': { error: 1, warning: 0, info: 0 } };
  await api.store([{ ...doubtful, head: { ...doubtful.head, rules } }]);
});
afterAll(() => api.close());

async function ask(asked: string, fields = 'sum'): Promise<Record<string, unknown>[]> {
  const query = `{ province(code: "51") { aggregate(metrics: [applicationsReceived], minimumGroup: 1, ${asked}) { ${fields} } } }`;
  const { data, errors } = await api.ask(query);
  expect(errors).toBeUndefined();
  return data.province.aggregate;
}

const sumsOf = async (asked: string) => (await ask(asked)).map(({ sum }) => sum);

describe('a sum that a journalist asks for is that of each organ once, or none', () => {
  it.each<[string, string, number | null]>([
    ['of the province', 'year: 2022', applicationsOf(own.keys())],
    ['of a city', 'year: 2022, division: "5110"', of(isIn('5110'))],
    ['of a city the year before', 'year: 2021, division: "5110"', 3 * of(isIn('5110'))],
    ['of a county that counts all in it', 'year: 2022, division: "511024"', of(isIn('511024'))],
    [
      'of a district that counts its own level',
      'year: 2022, division: "511011"',
      of(isIn('511011')) - of(({ name }) => name.endsWith('分局')),
    ],
    ['of a county that does not say', 'year: 2022, division: "511025"', null],
    ['of a city of which one district is in hand', 'year: 2022, division: "5103"', of(isIn('5103'))],
    ['of a district whose government is alone', 'year: 2022, division: "510303"', of(isIn('510303'))],
    ['of all bureaus of education', 'year: 2022, type: "education"', of(({ name }) => /教育[局厅]/u.test(name))],
    [
      'of a city’s bureaus of education',
      'year: 2022, type: "education", division: "5110"',
      of((organ) => isIn('5110')(organ) && organ.name.endsWith('教育局')),
    ],
    [
      'of the counties’ bureaus of education',
      'year: 2022, type: "education", level: county',
      of(({ name, level }) => level === 'county' && name.endsWith('教育局')),
    ],
    ['of the tax offices', 'year: 2022, type: "tax"', of(({ name }) => name.endsWith('税务局'))],
    ['of the police, without the branch', 'year: 2022, type: "publicSecurity"', own.get('内江市公安局') ?? 0],
    ['of the towns', 'year: 2022, level: township', of(({ level }) => level === 'township')],
    ['of the provincial organs', 'year: 2022, level: province', of(({ level }) => level === 'province')],
    ['of the counties, of which one does not say', 'year: 2022, level: county', null],
    [
      'of the cities’ organs',
      'year: 2022, level: prefecture',
      of((organ) => isIn('5110')(organ) && organ.name !== '国家税务总局威远县税务局') +
        of((organ) => organ.code === '510300'),
    ],
    [
      'of the governments',
      'year: 2022, type: "government"',
      of((organ) => isIn('5110')(organ) && !organ.name.endsWith('税务局')) + of((organ) => isIn('5103')(organ)),
    ],
    [
      'of the reports on an own level',
      'year: 2022, scope: ownLevel',
      of(({ name }) => /^(?:东兴区|自贡市)(?:人民政府|教育局)$/u.test(name)),
    ],
    [
      'of the reports on a whole area',
      'year: 2022, scope: territory',
      of((organ) => isIn('5110')(organ) && !organ.name.endsWith('税务局')),
    ],
    [
      'of the reports on an organ alone',
      'year: 2022, scope: organ',
      of(({ scope = 'organ', name }) => scope === 'organ' && !name.endsWith('分局')),
    ],
    [
      'of the reports that do not say',
      'year: 2022, scope: unknown',
      of(({ name }) => /^(?:资中县|贡井区)(?:人民政府)$/u.test(name)) + (own.get('资中县教育局') ?? 0),
    ],
    ['of a kind of which there is none', 'year: 2022, type: "customs", division: "5110"', null],
  ])('%s', async (_, asked, expected) => {
    const [sum = null] = await sumsOf(asked);
    expect(sum).toBe(expected);
  });

  it('in the groups of a province, each its own', async () => {
    const cities = await ask('year: 2022, by: division', 'sum division { code }');
    const byCode = new Map(cities.map(({ sum, division }) => [(division as { code: string } | null)?.code, sum]));
    expect(byCode.get('511000')).toBe(of(isIn('5110')));
    expect(byCode.get('510300')).toBe(of(isIn('5103')));
    const kinds = await ask('year: 2022, by: type', 'sum type { key }');
    const byKind = new Map(kinds.map(({ sum, type }) => [(type as { key: string } | null)?.key, sum]));
    expect(byKind.get('education')).toBe(of(({ name }) => /教育[局厅]/u.test(name)));
  });

  it('and what is in doubt is counted as such', async () => {
    const [{ gaps } = {}] = await ask('year: 2022, division: "5110"', 'gaps { code count }');
    expect(gaps).toEqual([{ code: 'identityInDoubt', count: 1 }]);
  });
});
