import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRegister, registerColumns, registerErrors } from '../../../cli/register/read-register.ts';
import { agencyId } from '../../../schema/record/agency-id.ts';

const recordedAt = '2026-01-01T00:00:00.000Z';
const heading = registerColumns.join(',');
const read = (text: string, provinceCode: string | null = null) =>
  readRegister(new TextEncoder().encode(text), { provinceCode, recordedAt });
const rows = (...lines: readonly string[]) => read([heading, ...lines].join('\n'));
const errorsOf = (...lines: readonly string[]) =>
  rows(...lines).errors.map(({ line, column, code }) => [line, column, code]);

describe('a register', () => {
  it('is read whole from the sample, each organ under the id of its reports', () => {
    const { statements, errors } = readRegister(readFileSync('docs/neijiang-register.csv'), {
      provinceCode: '51',
      recordedAt,
    });
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(15);
    expect(statements[0]).toEqual({
      id: agencyId({ name: '内江市人民政府', divisionCode: '511000', provinceCode: '51' }),
      ...{ name: '内江市人民政府', divisionCode: '511000', provinceCode: '51', level: 'prefecture' },
      ...{ type: 'government', parent: '四川省人民政府', periods: [{ from: null, to: null }], recordedAt },
    });
    expect(statements.map(({ divisionCode }) => divisionCode)).toEqual([
      ...Array.from({ length: 9 }, () => '511000'),
      ...['511002', '511011', '511024', '511025', '511083', '511083'],
    ]);
  });

  it('may leave out all but the name, which tells kind, level and place', () => {
    const { statements, errors } = read('name\n自贡市贡井区市场监管局\n');
    expect(errors).toEqual([]);
    expect(statements[0]).toMatchObject({ divisionCode: '510303', level: 'county', type: 'marketRegulation' });
    expect(statements[0]?.id).toBe(
      agencyId({ name: '贡井区市场监督管理局', divisionCode: '510303', provinceCode: '51' }),
    );
  });

  it('places an organ without a place under the organ above it', () => {
    const { statements } = rows('甜城湖街道办事处,,,内江市市中区人民政府,,', '市中区教育局,,,内江市人民政府,,');
    expect(statements.map(({ divisionCode, level }) => [divisionCode, level])).toEqual([
      ['511002', 'township'],
      ['511002', 'county'],
    ]);
  });

  it('takes an organ that was there twice in two rows, in any order', () => {
    const { statements, errors } = rows('内江市体育局,,,,2024-05-01,', '内江市体育局,体育,prefecture,,,2019-02-28');
    expect(errors).toEqual([]);
    expect(statements[0]?.periods).toEqual([
      { from: null, to: '2019-02-28' },
      { from: '2024-05-01', to: null },
    ]);
  });

  it('is read from what spreadsheet programs save: a mark, quotes, other line ends, empty rows', () => {
    const { statements, errors } = read(`\ufeff"name","valid_from"\r\n"内江市财政局",2001-01-01\r\n,\r\n`);
    expect(errors).toEqual([]);
    expect(statements.map(({ name, periods }) => [name, periods])).toEqual([
      ['内江市财政局', [{ from: '2001-01-01', to: null }]],
    ]);
  });
});

const faults: Record<keyof typeof registerErrors, [file: string, line: number, column: number | null]> = {
  REGISTER_MALFORMED: [`${heading}\n"内江市财政局`, 2, null],
  REGISTER_COLUMN_MISSING: ['type\nfinance', 1, null],
  REGISTER_COLUMN_UNKNOWN: ['name,kind\n内江市财政局,finance', 1, 2],
  REGISTER_ROW_TOO_LONG: ['name\n内江市财政局,finance', 2, 2],
  REGISTER_NAME_UNREADABLE: [`${heading}\n内江市财政局,,,,,\n各有关单位,,,,,`, 3, 1],
  REGISTER_PARENT_UNREADABLE: [`${heading}\n内江市财政局,,,上级,,`, 2, 4],
  REGISTER_PLACE_UNKNOWN: [`${heading}\n教育局,,county,,,`, 2, 1],
  REGISTER_OTHER_PROVINCE: [`${heading}\n清镇市财政局,,,,,`, 2, 1],
  REGISTER_TYPE_UNKNOWN: [`${heading}\n内江市财政局,money,,,,`, 2, 2],
  REGISTER_LEVEL_UNKNOWN: [`${heading}\n内江市财政局,,city,,,`, 2, 3],
  REGISTER_DATE_UNREADABLE: [`${heading}\n内江市财政局,,,,2019-02-30,`, 2, 5],
  REGISTER_PERIOD_REVERSED: [`${heading}\n内江市财政局,,,,2019-02-02,2019-02-01`, 2, 6],
  REGISTER_PERIODS_OVERLAP: [`${heading}\n内江市财政局,,,,,2019-02-01\n内江市财政局,,,,2019-02-01,`, 3, null],
  REGISTER_ROWS_CONTRADICT: [`${heading}\n内江市财政局,,,,,2019-02-01\n内江市财政局,audit,,,2019-02-02,`, 3, null],
};

describe('what is wrong in a register', () => {
  it.each(Object.entries(faults))('is told by %s with its line and column', (code, [file, line, column]) => {
    const { statements, errors } = read(file, '51');
    expect(errors.map((each) => [each.code, each.line, each.column])).toEqual([[code, line, column]]);
    expect(statements.length).toBeLessThan(2);
  });

  it('is told of every row at once, and explained in the page on the format', () => {
    expect(errorsOf('内江市财政局,money,,,x,', '资中县财政局,,,,y,')).toEqual([
      [2, 2, 'REGISTER_TYPE_UNKNOWN'],
      [2, 5, 'REGISTER_DATE_UNREADABLE'],
      [3, 5, 'REGISTER_DATE_UNREADABLE'],
    ]);
    const page = readFileSync('docs/register.md', 'utf8');
    expect(Object.keys(registerErrors).filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
    expect(registerColumns.filter((column) => !page.includes(`\`${column}\``))).toEqual([]);
  });
});
