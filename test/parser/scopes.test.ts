import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { extractIndicators, extractLevelFigures } from '../../parser/prose/extract-indicators.ts';
import { recogniseScopes, type ScopedReport } from '../../parser/scopes.ts';
import type { Tables } from '../../schema/record/report.ts';
import { corpusCases } from '../support/corpus.ts';

const cell = (value: number) => ({
  value,
  raw: String(value),
  state: 'number' as const,
  place: { table: 1, row: 1, column: 1 },
});

/** Tables 三 and 四 with so many applications received and closed and one case of reconsideration. */
const tables = (received: number, processed = received) =>
  ({
    applications: { form: '2021', newlyReceived: { total: cell(received) }, processed: { total: cell(processed) } },
    reviewAndLitigation: { form: '2021', reconsideration: { total: cell(1) } },
  }) as unknown as Tables; // the index of rows covers the form's name too

interface Wishes {
  readonly title?: string;
  readonly agency?: string;
  readonly year?: number;
  readonly heading?: string;
  readonly overview?: string;
  readonly applications?: string;
  readonly tables?: Tables;
}

function scopesOf(wishes: Wishes) {
  const { agency = '内江市人民政府', year = 2021, overview = '', applications = '', heading = '总体情况' } = wishes;
  const sections: ScopedReport['sections'] = [
    { ordinal: 1, key: 'overview', heading, paragraphs: [{ text: overview, offset: 100 }] },
    { ordinal: 3, key: 'applications', heading: '申请情况', paragraphs: [{ text: applications, offset: 200 }] },
  ];
  const report = {
    ...{
      title: wishes.title ?? `${agency}年度报告`,
      agency: { name: agency, divisionCode: null },
      year,
      sections,
      statistics: [],
      labelled: [],
    },
    ...{
      tables: wishes.tables ?? tables(234),
      indicators: extractIndicators(sections, { year, agency: null }),
      levelFigures: extractLevelFigures(sections, { year, agency: null }),
    },
  };
  const { report: whole, tables: ofTables } = recogniseScopes(report);
  return [whole.scope, ofTables.applications?.scope, ofTables.reviewAndLitigation?.scope];
}

function told(text: string) {
  const found = extractIndicators([{ ordinal: 1, key: 'overview', paragraphs: [{ text, offset: 10 }] }], {
    year: 2021,
    agency: null,
  });
  return found.map(({ key, value, scope }) => [key?.split('.')[1], value, scope?.scope, scope?.words]);
}

describe('the scope of a figure in a sentence', () => {
  it.each([
    [
      '全市共收到政府信息公开申请1523件,办结1500件。',
      [
        ['received', 1523, 'territory', '全市'],
        ['closed', 1500, 'territory', '全市'],
      ],
    ],
    [
      '2021年,我局收到政府信息公开申请5件;办结4件。',
      [
        ['received', 5, 'organ', '我局'],
        ['closed', 4, 'organ', '我局'],
      ],
    ],
    ['清镇市各级部门累计主动公开信息9920条。', [['total', 9920, 'territory', '各级']]],
    ['共收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    [
      '全县共收到政府信息公开申请41件,县政府网站公开信息300条。',
      [
        ['received', 41, 'territory', '全县'],
        ['website', 300, 'unknown', null],
      ],
    ],
    ['我县收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['我市各部门收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['我县各乡镇收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['我局系统收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['全系统收到政府信息公开申请41件。', [['received', 41, 'territory', '全系统']]],
    ['我镇收到政府信息公开申请41件。', [['received', 41, 'organ', '我镇']]],
    [
      '我市各县(区)、市直各部门共收到政府信息公开申请41件。',
      [['received', 41, 'territory', '我市各县(区)、市直各部门']],
    ],
    ['我县各部门、各乡镇主动公开政府信息300条。', [['total', 300, 'territory', '我县各部门、各乡镇']]],
    ['组织各乡镇、各部门培训5次,收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['健全市场监管,收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['全市(不含市本级)收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['围绕全市中心工作,收到政府信息公开申请41件。', [['received', 41, 'unknown', null]]],
    ['全 市收到政府信息公开申请41件。', [['received', 41, 'territory', '全 市']]],
    [
      '依申请公开方面,无法提供9件,其中本机关不掌握相关政府信息4件。',
      [
        ['unavailable', 9, 'unknown', null],
        ['notHeld', 4, 'unknown', null],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('has the place of its words in the source', () => {
    const [figure] = extractIndicators(
      [{ ordinal: 1, key: 'overview', paragraphs: [{ text: '2021年,全市收到政府信息公开申请41件。', offset: 10 }] }],
      { year: 2021, agency: null },
    );
    expect(figure?.scope).toEqual({ scope: 'territory', from: 'sentence', words: '全市', offset: 16 });
  });

  it('parts figures of two scopes, and is told by an equal statement where its own words do not tell it', () => {
    expect(told('全市收到政府信息公开申请5件。我局收到政府信息公开申请5件。')).toHaveLength(2);
    expect(told('收到政府信息公开申请5件。全市收到政府信息公开申请5件。')).toEqual([
      ['received', 5, 'territory', '全市'],
    ]);
  });
});

describe('the scope of a report and its tables', () => {
  it.each<[string, Wishes, (string | undefined)[]]>([
    ['is unknown of a government that says nothing', {}, ['unknown', 'unknown', 'unknown']],
    [
      'is told by a sentence that gives a figure of the table',
      { overview: '全市共收到政府信息公开申请234件。' },
      ['territory', 'territory', 'territory'],
    ],
    [
      'is not told by a sentence whose figure is another',
      { overview: '全市共收到政府信息公开申请1523件。' },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is not told by one figure that agrees where another does not',
      { overview: '全市共收到政府信息公开申请234件,办结200件。' },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is not told by zeros',
      { overview: '全市收到政府信息公开申请0件。', tables: tables(0) },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is told by a statement on its figures',
      { overview: '本报告所列数据为全市汇总数据。' },
      ['territory', 'territory', 'territory'],
    ],
    [
      'is not told by a statement that leaves something out',
      { overview: '本报告所列数据包括全市数据,不含各县区。' },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is told by what it was made from',
      { overview: '本报告由市政府办公室综合各县(区)、市级各部门政府信息公开年度报告编制而成。' },
      ['territory', 'territory', 'territory'],
    ],
    [
      'is told by its title',
      { title: '内江市本级2021年政府信息公开工作年度报告' },
      ['ownLevel', 'ownLevel', 'ownLevel'],
    ],
    [
      'is told of a table by a label in its section, and not of the others',
      { applications: '(全市)' },
      ['unknown', 'territory', 'unknown'],
    ],
    [
      'is not told by what the figures are said not to be',
      { overview: '本报告所列数据不是全市汇总。', applications: '注:以上数据为非全市数据。' },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is told by a statement that leaves out no more than what lies below',
      { overview: '本报告所列数据仅为市本级,不含各县(市、区)。' },
      ['ownLevel', 'ownLevel', 'ownLevel'],
    ],
    [
      'is so of an organ',
      { agency: '内江市教育局', overview: '本报告数据仅为局本级,不含下属单位。' },
      ['organ', 'organ', 'organ'],
    ],
    [
      'is not told by a statement that leaves a department out',
      { overview: '本报告所列数据为市本级,不含市公安局。' },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is of each table its own, and then the report has none',
      { applications: '注:以上数据为市本级数据。', overview: '全市发生政府信息公开行政复议案件1起。' },
      ['unknown', 'ownLevel', 'territory'],
    ],
    ['is by law that of a department', { agency: '内江市教育局' }, ['organ', 'organ', 'organ']],
    [
      'is not by law that of a department that speaks of more',
      { agency: '内江市教育局', overview: '全市收到政府信息公开申请500件。' },
      ['unknown', 'unknown', 'unknown'],
    ],
    ...[
      '内江市教育系统共公开信息300条。',
      '2021年我局系统收到政府信息公开申请12件。',
      '我局及所属单位收到政府信息公开申请12件。',
      '各县(区)教育局共公开信息300条。',
      '统计范围为市局及各区县局。',
      '本报告数据包括局机关及所属单位。',
      '文中数据由各直属单位自行统计。',
    ].map((overview): [string, Wishes, string[]] => [
      `is not by law that of a department that says ${overview}`,
      { agency: '内江市教育局', overview },
      ['unknown', 'unknown', 'unknown'],
    ]),
    ...[
      '通过政府信息公开系统公开信息300条。',
      '在全市教育系统开展培训,公开信息300条。',
      '指导各县(区)教育局做好公开工作。',
      '文中数据由各科室统计。',
      '统计数据由局办公室提供。',
      '统计期限为2021年1月1日至12月31日。',
    ].map((overview): [string, Wishes, string[]] => [
      `is by law that of a department that says ${overview}`,
      { agency: '内江市教育局', overview },
      ['organ', 'organ', 'organ'],
    ]),
    [
      'is not told of a committee of a zone',
      { agency: '内江经济技术开发区管理委员会' },
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'is told by most of the sentences where a report is its sentences alone',
      { tables: {}, overview: '全区收到政府信息公开申请12件,办结11件。' },
      ['territory', undefined, undefined],
    ],
    [
      'is not told by few of them',
      { tables: {}, overview: '收到政府信息公开申请12件,予以公开4件。全区办结11件。' },
      ['unknown', undefined, undefined],
    ],
  ])('%s', (_, wishes, expected) => {
    expect(scopesOf(wishes)).toEqual(expected);
  });

  it.each(corpusCases())('of $name says what told it', async ({ bytes }) => {
    for (const { scopes, indicators } of await parseReport(bytes)) {
      const all = [scopes?.report, ...Object.values(scopes?.tables ?? {}), ...indicators.map(({ scope }) => scope)];
      for (const each of all) {
        if (each === undefined) continue;
        expect(each.scope === 'unknown').toBe(each.from === null);
        expect(each.words === null).toBe(each.from === null || each.from === 'law');
      }
      const known = Object.values(scopes?.tables ?? {}).map((each) => each?.scope);
      if (scopes !== undefined && scopes.report.scope !== 'unknown') {
        expect(known.every((scope) => scope === scopes.report.scope)).toBe(true);
      }
    }
  });
});

describe('figures that sentences give for a level', () => {
  const city = { name: '内江市人民政府', divisionCode: '511000', level: 'prefecture' } as const;
  const county = { name: '威远县人民政府', divisionCode: '511024', level: 'county' } as const;
  const ofLevel = (text: string, agency: typeof city | typeof county = city) =>
    extractLevelFigures([{ ordinal: 3, key: 'applications', paragraphs: [{ text, offset: 10 }] }], {
      ...{ year: 2021, agency },
    }).map(({ key, value, scope }) => [key, value, scope?.words]);

  it.each([
    ['2021年,市本级共收到政府信息公开申请56件,办结50件。', [56, 50], '市本级'],
    ['2021年度内江市本级共收到政府信息公开申请56件,东兴区收到8件。', [56], '市本级'],
    ['市本级主动公开政府信息3456条,各县(市、区)主动公开政府信息12000条。', [3456], '市本级'],
    ['市政府及其部门共收到政府信息公开申请56件。', [56], '市政府及其部门'],
    ['市级行政机关共收到政府信息公开申请56件。', [56], '市级行政机关'],
    ['县本级收到政府信息公开申请12件。', [12], '县本级', county],
  ] as const)('%s', (text, values, words, agency: typeof city | typeof county = city) => {
    const found = ofLevel(text, agency);
    expect(found.map(([, value]) => value)).toEqual(values);
    expect(found.every(([, , told]) => told === words)).toBe(true);
  });

  it.each([
    ['市本级收到政府信息公开申请56件。', county],
    ['各县区及市本级共收到政府信息公开申请156件。', city],
    ['市本级和县(市、区)共收到政府信息公开申请156件。', city],
    ['市本级教育部门收到政府信息公开申请2件。', city],
    ['市直各部门共收到政府信息公开申请56件。', city],
    ['全市(不含市本级)共收到申请56件。', city],
  ] as const)('%s gives none of its own level', (text, agency) => {
    expect(ofLevel(text, agency)).toEqual([]);
  });

  it('tell of which scope the table is that prints the same, and not the other', () => {
    const both = '全市共收到政府信息公开申请234件。市本级收到政府信息公开申请56件。';
    expect(scopesOf({ applications: both, tables: tables(56) })[1]).toBe('ownLevel');
    expect(scopesOf({ applications: both })[1]).toBe('territory');
    expect(scopesOf({ applications: both, tables: tables(100) })[1]).toBe('unknown');
    expect(scopesOf({ applications: '市本级收到政府信息公开申请0件。', tables: tables(0) })[1]).toBe('unknown');
  });
});
