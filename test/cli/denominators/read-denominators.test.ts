import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { denominatorErrors, readDenominators } from '../../../cli/denominators/read-denominators.ts';

const heading = 'division,year,measure,value,unit,source_title,source_url,published_on';
const recordedAt = '2026-01-01T00:00:00.000Z';
const read = (text: string, provinceCode: string | null = '51') =>
  readDenominators(new TextEncoder().encode(text), { provinceCode, recordedAt });
const row = (...changes: readonly [number, string][]) => {
  const values = [
    '511000',
    '2020',
    'residentPopulation',
    '314.07',
    '万人',
    '公报',
    'https://example.org/',
    '2021-05-27',
  ];
  for (const [at, value] of changes) values[at] = value;
  return `${heading}\n${values.join(',')}`;
};

describe('a file of denominators', () => {
  it('is read with the value in single ones, and as it is written', () => {
    const { statements, errors } = read(row());
    expect(errors).toEqual([]);
    expect(statements).toEqual([
      {
        ...{ divisionCode: '511000', year: 2020, measure: 'residentPopulation', recordedAt },
        ...{ value: 3_140_700, raw: '314.07', unit: '万人' },
        source: { title: '公报', url: 'https://example.org/', publishedOn: '2021-05-27' },
      },
    ]);
  });

  it.each([
    ['3140678', '人', 3_140_678],
    ['0.0001', '万人', 1],
    ['8.2', '万人', 82_000],
    ['', '人', null],
  ])('has %s %s as %s', (value, unit, expected) => {
    expect(read(row([3, value], [4, unit])).statements[0]?.value).toBe(expected);
  });

  it('takes the Chinese name of a measure, columns in any order and no address or day', () => {
    const { statements } = read('unit,value,measure,year,division,source_title\n个,50,行政机关数,2020,511000,名录\n');
    expect(statements[0]).toMatchObject({ measure: 'organs', source: { url: null, publishedOn: null } });
  });

  it.each([
    ['DENOMINATORS_DIVISION_UNKNOWN', 1, [[0, '519999']]],
    ['DENOMINATORS_DIVISION_UNKNOWN', 1, [[0, '51']]],
    ['DENOMINATORS_OTHER_PROVINCE', 1, [[0, '210800']]],
    ['DENOMINATORS_YEAR_UNREADABLE', 2, [[1, '2020年']]],
    ['DENOMINATORS_YEAR_UNREADABLE', 2, [[1, '2027']]],
    ['DENOMINATORS_MEASURE_UNKNOWN', 3, [[2, '人口']]],
    ['DENOMINATORS_UNIT_UNKNOWN', 5, [[4, '亿人']]],
    ['DENOMINATORS_UNIT_UNKNOWN', 5, [[4, 'constructor']]],
    ['DENOMINATORS_VALUE_UNREADABLE', 4, [[3, '0']]],
    ['DENOMINATORS_VALUE_UNREADABLE', 4, [[3, '-5']]],
    ['DENOMINATORS_VALUE_UNREADABLE', 4, [[3, '1e6']]],
    ['DENOMINATORS_VALUE_UNREADABLE', 4, [[3, 'NaN']]],
    ['DENOMINATORS_VALUE_UNREADABLE', 4, [[3, '314.06789']]],
    ['DENOMINATORS_VALUE_UNREADABLE', 4, [[3, '999999999999999']]],
    ['DENOMINATORS_SOURCE_MISSING', 6, [[5, '']]],
    ['DENOMINATORS_SOURCE_MISSING', 6, [[5, '报'.repeat(301)]]],
    ['DENOMINATORS_URL_UNREADABLE', 7, [[6, 'javascript:alert(1)']]],
    ['DENOMINATORS_URL_UNREADABLE', 7, [[6, 'https://user:secret@example.org/']]],
    ['DENOMINATORS_DATE_UNREADABLE', 8, [[7, '2021-02-30']]],
    ['DENOMINATORS_DATE_UNREADABLE', 8, [[7, '2026-01-02']]],
  ] as const)('is refused for %s in column %i: %j', (code, column, changes) => {
    const { statements, errors } = read(row(...(changes as unknown as [number, string][])));
    expect(statements).toEqual([]);
    expect(errors).toEqual([{ line: 2, column, code, value: expect.any(String) }]);
  });

  it.each([
    ['DENOMINATORS_MALFORMED', 'division,"year\n'],
    ['DENOMINATORS_COLUMN_MISSING', 'division,year,measure,value,unit\n'],
    ['DENOMINATORS_COLUMN_UNKNOWN', `${heading},population\n`],
    ['DENOMINATORS_COLUMN_UNKNOWN', `${heading},year\n`],
    ['DENOMINATORS_ROW_TOO_LONG', `${row()},more`],
    ['DENOMINATORS_REPEATED', `${row()}\n${row([3, '300']).split('\n')[1]}`],
  ])('is refused for %s', (code, text) => {
    expect(read(text).errors.map((error) => error.code)).toEqual([code]);
  });

  it('is of any province where the stack is no province of its own, and the sample is such a file', () => {
    expect(read(row([0, '210800']), null).errors).toEqual([]);
    const sample = readDenominators(readFileSync('docs/denominators-sample.csv'), { provinceCode: '51', recordedAt });
    expect([sample.errors, sample.statements.length]).toEqual([[], 3]);
    for (const { source } of sample.statements) expect(source.title).toMatch(/made-up.+虚构/);
  });

  it('has every fault explained in its guide, and told in both languages', () => {
    const guide = readFileSync('docs/denominators.md', 'utf8');
    for (const [code, { zh, en }] of Object.entries(denominatorErrors)) {
      expect(guide).toContain(`\`${code}\``);
      expect([/\p{Script=Han}/u.test(zh), /[a-z]/.test(en)]).toEqual([true, true]);
    }
  });
});
