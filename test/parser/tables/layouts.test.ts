import { describe, expect, it } from 'vitest';
import { unfold } from '../../../parser/locate/unfold.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import { tableCells } from '../../../schema/record/table-rows.ts';
import { corpusCases } from '../../support/corpus.ts';
import { relaid, runTogether } from '../../support/relaid.ts';

const expected = corpusCases().find(({ name }) => name === 'qingzhen-2020')?.expected[0]?.tables ?? {};
const values = new Map<string, number | null>(
  Object.entries(expected).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]) => [`${table}.${row}.${column}`, value] as const),
    ),
  ),
);

const cellsOf = (text: string) => tableCells(extractTables(unfold(readText(text))).tables);

describe('the tables of a real report, laid out anew', () => {
  it.each(Object.entries(relaid))('are exact with %s', (_, text) => {
    const read = new Map(cellsOf(text).map(([path, cell]) => [path, cell.value]));
    expect(read).toEqual(values);
  });

  it('are inferred or unreadable, and never wrong, where digits run together', () => {
    const cells = cellsOf(runTogether);
    const known = cells.filter(([, cell]) => cell.state !== 'unreadable');
    expect(cells).toHaveLength(values.size);
    expect(known.map(([path, cell]) => [path, cell.value])).toEqual(known.map(([path]) => [path, values.get(path)]));
    expect(known.length).toBeGreaterThan(100);
    expect(new Set(known.map(([, cell]) => cell.state))).toEqual(new Set(['inferred']));
  });
});

describe('blanks before and after the figures of a row in pipes', () => {
  const head = [
    '申请人情况 | | | 自然人 | 法人或其他组织 | | | | | 总计',
    ' | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ',
  ];
  const granted = ' | (一)予以公开 | | 11 | | 3 | 8 | 9 | | ';
  const refusals = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'];
  const read = (rows: readonly string[]) => {
    const all = [...head, ...rows, ...refusals.map((label) => ` | | ${label} | 1 | 0 | 0 | 2 | 0 | 0 | 3`)];
    const text = ['三、收到和处理政府信息公开申请情况', ...all.map((row) => `| ${row} |`)].join('\n');
    return new Map(cellsOf(text).map(([path, { value, state }]) => [path, value ?? state]));
  };
  const rowOf = (cells: ReadonlyMap<string, unknown>, row: string) =>
    [...cells].filter(([path]) => path.startsWith(`applications.${row}.`)).map(([, value]) => value);

  it('are told apart by the rows that end in figures', () => {
    const cells = read([
      '一、本年新收政府信息公开申请数量 | | | 1 | 2 | 3 | 4 | 5 | 6 | 21',
      '二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1',
      granted,
    ]);
    expect(rowOf(cells, 'granted')).toEqual([11, 'blank', 3, 8, 9, 'blank', 'blank']);
  });

  it('are not placed where the rows disagree', () => {
    const cells = read([
      '一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21',
      '二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ',
      granted,
    ]);
    expect(rowOf(cells, 'granted')).toEqual(Array.from({ length: 7 }, () => 'unreadable'));
  });
});
