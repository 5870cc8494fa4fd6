import { type BookType, type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../parser/read/document.ts';
import { blocksOf, printedBlocks, refusalsOf } from '../../../support/printed-blocks.ts';

type Value = string | number | CellObject | null;

function sheetOf(rows: readonly (readonly Value[])[], merges: readonly string[] = []): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((value) => value)));
  return { ...sheet, '!merges': merges.map((range) => utils.decode_range(range)) };
}

function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: BookType,
  hidden: readonly string[] = [],
): Uint8Array {
  const names = Object.keys(sheets);
  const Workbook = {
    Sheets: names.map((name) => ({ name, Hidden: hidden.includes(name) ? (1 as const) : (0 as const) })),
  };
  return new Uint8Array(write({ SheetNames: names, Sheets: sheets, Workbook }, { type: 'array', bookType }));
}

const report: Value[][] = [
  ['某县2022年政府信息公开工作年度报告'],
  ['一、总体情况'],
  ['全年工作平稳。'],
  ['信息内容', '本年制发件数', '本年废止件数'],
  ['规章', 0, { t: 'n', v: 309685 }],
  ['规范性文件', { t: 'n', v: 2430002, z: '#,##0' }, { t: 'n', v: 0.125, z: '0.0%' }],
  ['二、主动公开'],
];

describe.each<BookType>(['xlsx', 'biff8', 'xlsb'])('a workbook of kind %s', (bookType) => {
  it('prints lines of text where a row has one cell, and tables between them, numbers as shown', async () => {
    const file = workbook({ 年报: sheetOf(report) }, bookType);
    expect(await printedBlocks(file)).toEqual([
      '年报',
      '某县2022年政府信息公开工作年度报告',
      '一、总体情况',
      '全年工作平稳。',
      [
        ['信息内容', '本年制发件数', '本年废止件数'],
        ['规章', '0', '309685'],
        ['规范性文件', '2,430,002', '12.5%'],
      ],
      '二、主动公开',
    ]);
  });
});

describe('a sheet', () => {
  it('prints dates by their format', async () => {
    const date = (z: string): CellObject => ({ t: 'n', v: 44_651, z });
    const file = workbook({ Sheet1: sheetOf([['日期', date('yyyy"年"m"月"d"日"'), date('m/d/yy')]]) }, 'xlsx');
    expect(await printedBlocks(file)).toEqual([[['日期', '2022年3月31日', '2022/3/31']]]);
  });

  it('has merged cells once, at their place in the grid', async () => {
    const rows = [
      ['(三)不予公开', '1.属于国家秘密', null, 7],
      [null, '2.其他', 5, 8],
    ];
    const file = workbook({ Sheet1: sheetOf(rows, ['A1:A2', 'B1:C1']) }, 'xlsx');
    const [found] = (await blocksOf(file)) as [Table];
    expect(
      found.rows.map((row) => row.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan])),
    ).toEqual([
      [
        ['(三)不予公开', 1, 1, 2],
        ['1.属于国家秘密', 2, 2, 1],
        ['7', 4, 1, 1],
      ],
      [
        ['2.其他', 2, 1, 1],
        ['5', 3, 1, 1],
        ['8', 4, 1, 1],
      ],
    ]);
  });

  it('keeps a statutory row whose drawn cells are blank in its table, and takes a heading out of it', async () => {
    const blank: CellObject = { t: 'z' };
    const rows = [
      ['三、收到和处理政府信息公开申请情况', blank, blank],
      ['', '自然人', '总计'],
      ['四、结转下年度继续办理', blank, blank],
      ['四、政府信息公开行政复议、行政诉讼情况', blank, blank],
    ];
    const sheet = utils.aoa_to_sheet(rows, { sheetStubs: true });
    expect(await printedBlocks(workbook({ Sheet1: sheet }, 'biff8'))).toEqual([
      '三、收到和处理政府信息公开申请情况',
      [
        ['', '自然人', '总计'],
        ['四、结转下年度继续办理', '', ''],
      ],
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  it('does not print hidden rows, columns and sheets', async () => {
    const shown = {
      ...sheetOf([
        ['规章', 1, 2],
        ['暗', 3, 4],
        ['许可', 5, 6],
      ]),
      '!rows': [{}, { hidden: true }, {}],
      '!cols': [{}, { hidden: true }, {}],
    };
    const file = workbook({ Sheet1: shown, Sheet2: sheetOf([['草稿', 9]]) }, 'xlsx', ['Sheet2']);
    expect(await printedBlocks(file)).toEqual([
      [
        ['规章', '2'],
        ['许可', '6'],
      ],
    ]);
  });

  it('of one column of text reads as lines, a cell of several lines as each of them', async () => {
    const file = workbook({ Sheet1: sheetOf([['一、总体情况'], ['第一行\n第二行']]) }, 'xlsx');
    expect(await printedBlocks(file)).toEqual(['一、总体情况', '第一行', '第二行']);
  });
});

describe('a workbook is refused', () => {
  it('when it is locked by a password', async () => {
    const file = Buffer.from(workbook({ Sheet1: sheetOf([['a', 1]]) }, 'biff8'));
    // The record that follows the first one of the stream becomes the one that locks.
    const begin = file.indexOf(Buffer.from('0908', 'hex'));
    const next = begin + 4 + file.readUInt16LE(begin + 2);
    file.writeUInt16LE(0x002f, next);
    expect(await refusalsOf(file)).toEqual(['encrypted']);
  });
});

it('a formula whose result is not stored is what the file says, never a blank', async () => {
  const sheet = sheetOf([['总计', 3, { t: 'z', f: 'SUM(B1:B2)' }, null]]);
  expect(JSON.stringify(await printedBlocks(workbook({ 年报: sheet }, 'xlsx')))).toContain('["总计","3","=SUM(B1:B2)"');
});

it('cells that a program does not write, for nothing is in them, are blank cells of the table', async () => {
  const sheet = sheetOf(
    [
      ['信息内容', '制发', '废止'],
      ['规章', 1],
      ['规范性文件', null, 2],
    ],
    ['A1:A1'],
  );
  const [table] = await printedBlocks(workbook({ Sheet1: sheet }, 'xlsx'));
  expect(table).toEqual([
    ['信息内容', '制发', '废止'],
    ['规章', '1', ''],
    ['规范性文件', '', '2'],
  ]);
});

it('places under a merged cell are no blank cells', async () => {
  const sheet = sheetOf(
    [
      ['办理', '予以公开', 3],
      [null, '部分公开', 4],
      ['合计', null, 7],
    ],
    ['A1:A2', 'A3:B3'],
  );
  expect(await printedBlocks(workbook({ Sheet1: sheet }, 'xlsx'))).toEqual([
    [
      ['办理', '予以公开', '3'],
      ['部分公开', '4'],
      ['合计', '7'],
    ],
  ]);
});
