import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../parser/read/html/read-html.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { withDrawnTables } from '../../../parser/tables/drawn-tables.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';
import { tableCells } from '../../../schema/record/table-rows.ts';

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const printed = [
  [1, 4, 2, 0, 7],
  [0, 0, 0, 3, 3],
  [0, 1, 0, 0, 1],
];
const read = (lines: readonly string[]) => extractTables(withDrawnTables(readText(lines.join('\n'))));
const figuresOf = (tables: ReturnType<typeof extractTables>['tables']) =>
  Object.values(tables.reviewAndLitigation ?? {}).flatMap((row) =>
    typeof row === 'string' ? [] : [Object.values(row).map((cell) => cell.value)],
  );

const swapped = ['结果纠正', '结果维持', '其他结果', '尚未审结', '总计'];
const swappedFigures = printed.flatMap(([upheld, corrected, ...rest]) => [corrected, upheld, ...rest]);
const cells = (texts: readonly unknown[], span = 1) =>
  texts.map((text) => `<td colspan="${span}">${text}</td>`).join('');

describe('table 四', () => {
  it('is read by the headings above each figure of a grid', () => {
    const { tables } = extractTables(
      readHtml(`<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
        <tr>${swapped.map((each) => `<td rowspan="2">${each}</td>`).join('')}${cells(['未经复议直接起诉', '复议后起诉'], 5)}</tr>
        <tr>${cells([...swapped, ...swapped])}</tr><tr>${cells(swappedFigures)}</tr></table>`),
    );
    expect(figuresOf(tables)).toEqual(printed);
  });

  it('is read by them where litigation is printed before reconsideration', () => {
    const [reconsideration = [], ...litigation] = printed;
    const { tables } = extractTables(
      readHtml(`<table><tr><td colspan="10">行政诉讼</td><td colspan="5">行政复议</td></tr>
        <tr>${cells(['未经复议直接起诉', '复议后起诉'], 5)}${results.map((each) => `<td rowspan="2">${each}</td>`).join('')}</tr>
        <tr>${cells([...results, ...results])}</tr><tr>${cells([...litigation.flat(), ...reconsideration])}</tr></table>`),
    );
    expect(figuresOf(tables)).toEqual(printed);
  });

  const heads = [
    '行政复议 行政诉讼',
    `${swapped.join(' ')} 未经复议直接起诉 复议后起诉`,
    [...swapped, ...swapped].join(' '),
  ];

  it('is read by headings that are swapped alike in each group of a line', () => {
    expect(figuresOf(read([...heads, swappedFigures.join(' ')]).tables)).toEqual(printed);
  });

  it('is unread where lines print litigation before reconsideration', () => {
    const lines = ['行政诉讼 行政复议', '未经复议直接起诉 复议后起诉', [...results, ...results, ...results].join(' ')];
    const { tables } = read([...lines, printed.flat().join(' ')]);
    expect(new Set(figuresOf(tables).flat())).toEqual(new Set([null]));
  });

  it('is unread where pipes without merged cells print it so', () => {
    const blanks = (count: number) => Array.from({ length: count }, () => '');
    const lines = [
      ['行政诉讼', ...blanks(9), '行政复议', ...blanks(4)],
      ['未经复议直接起诉', ...blanks(4), '复议后起诉', ...blanks(4), ...results],
      [...results, ...results, ...blanks(5)],
      printed.flat(),
    ];
    expect(new Set(figuresOf(read(lines.map((line) => `| ${line.join(' | ')} |`)).tables).flat())).toEqual(
      new Set([null]),
    );
  });

  it('is unread where headings are swapped in one group alone', () => {
    const { tables } = read([...heads.slice(0, 2), [...swapped, ...results].join(' '), swappedFigures.join(' ')]);
    expect(
      figuresOf(tables)
        .flat()
        .every((value) => value === null),
    ).toBe(true);
  });

  it('is read where a note or the numbers of the columns part its headings from its figures', () => {
    const own = [
      '行政复议 行政诉讼',
      `${results.join(' ')} 未经复议直接起诉 复议后起诉`,
      [...results, ...results].join(' '),
    ];
    const numbers = printed.flat().map((_, index) => index + 1);
    for (const between of ['注:含上年结转数量。', numbers.join(' ')]) {
      expect(figuresOf(read([...own, between, printed.flat().join(' ')]).tables)).toEqual(printed);
    }
  });
});

it('table 四 is read where empty cells stand in place of merged ones, and headings among them', () => {
  const empty = (count: number) => Array.from({ length: count }, () => '');
  const heads = [
    ['行政复议', ...empty(4), '行政诉讼', ...empty(9)],
    [...results, '未经复议直接起诉', ...empty(4), '复议后起诉', ...empty(4)],
    [...empty(5), ...results, ...results],
  ];
  const rows = [...heads, printed.flat()].map((row) => `<tr>${cells(row)}</tr>`).join('');
  const { tables, findings } = extractTables(readHtml(`<table>${rows}</table>`));
  expect(figuresOf(tables)).toEqual(printed);
  expect(findings).toEqual([]);
});

it('table 四 in pipes is not placed where blanks stand before and after its figures, for no other line shows an edge', () => {
  const line = ['', '', ...printed.flat().slice(1, -1), '', '', ''];
  const heads = [...results, '未经复议直接起诉', '复议后起诉', ...results, ...results];
  expect(figuresOf(read([`${heads.join(' |')} |${line.join(' |')} |`]).tables).flat()).toEqual(
    printed.flat().map(() => null),
  );
});

const stock = ['本年制发件数', '本年废止件数', '现行有效件数'];
const rows: [string, number[]][] = [
  ['规章', [0, 0, 2]],
  ['行政规范性文件', [10, 3, 71]],
];
const stockOf = (lines: readonly string[]) => {
  const { tables } = read(lines);
  return ['regulations', 'normativeDocuments'].map((row) =>
    Object.fromEntries(Object.entries(tables.proactiveDisclosure?.[row] ?? {}).map(([key, { value }]) => [key, value])),
  );
};
const expected = [
  { issued: 0, repealed: 0, inForce: 2 },
  { issued: 10, repealed: 3, inForce: 71 },
];

describe('table 二 of a grid', () => {
  const grid = (columns: readonly string[], figures: (row: readonly unknown[]) => readonly unknown[]) =>
    extractTables(
      readHtml(
        `<table><tr><td>信息内容</td>${columns.join('')}</tr>${rows.map(([label, row]) => `<tr><td>${label}</td>${cells(figures(row))}</tr>`).join('')}</table>`,
      ),
    ).tables.proactiveDisclosure?.normativeDocuments;
  const values = (row: ReturnType<typeof grid>) =>
    Object.fromEntries(Object.entries(row ?? {}).map(([key, { value }]) => [key, value]));

  it('is read by headings that empty cells part from each other', () => {
    const [first = '', ...others] = stock.toReversed();
    const parted = `<td>${first}</td><td></td><td></td></tr><tr><td></td><td></td>${cells(others)}`;
    expect(values(grid([parted], (figures) => figures.toReversed()))).toEqual(expected[1]);
  });

  it('is unread where headings in another order have lost their columns', () => {
    const lost = stock
      .toReversed()
      .map((heading, index) => (index === 2 ? `</tr><tr><td></td><td>${heading}</td>` : `<td>${heading}</td>`));
    expect(new Set(Object.values(values(grid(lost, (figures) => figures.toReversed()))))).toEqual(new Set([null]));
  });
});

describe('table 二', () => {
  it('is read by headings in another order', () => {
    const lines = [['信息内容', ...stock.toReversed()], ...rows.map(([label, row]) => [label, ...row.toReversed()])];
    expect(stockOf(lines.map((line) => `| ${line.join(' | ')} |`))).toEqual(expected);
  });

  it('is read from cells parted by commas, and beside a column of serial numbers', () => {
    const lines = [['信息内容', ...stock], ...rows.map(([label, row]) => [label, ...row])];
    expect(stockOf(lines.map((line) => line.join(',')))).toEqual(expected);
    expect(stockOf(lines.map((line, index) => [index === 0 ? '序号' : index, ...line].join('\t')))).toEqual(expected);
  });

  it('is read from boxes whose cells take several lines', () => {
    const box = [
      '┌────┬────┬────┬────┐',
      '│信息│本年│本年│现行│',
      '│内容│制发│废止│有效│',
      '│    │件数│件数│件数│',
      '├────┼────┼────┼────┤',
      '│规章│ 0  │ 0  │ 2  │',
      '├────┼────┼────┼────┤',
      '│行政│ 10 │ 3  │ 71 │',
      '│规范│    │    │    │',
      '│性文│    │    │    │',
      '│ 件 │    │    │    │',
      '└────┴────┴────┴────┘',
    ];
    expect(stockOf(box)).toEqual(expected);
  });

  it('is unread where two labels stand before two lines of figures', () => {
    const open = ['issued', 'repealed', 'inForce'].map((key) => [key, null]);
    expect(
      stockOf(['规章', '行政规范性文件', '| 0 | 0 | 2 |', '| 10 | 3 | 71 |', '行政许可 | 5 |', '行政处罚 | 6 |']),
    ).toEqual([Object.fromEntries(open), Object.fromEntries(open)]);
  });
});

it('signs alone stand in a figure’s place, also where an empty cell follows the last figure', () => {
  const fees = (mark: string) => {
    const whole = ['行政许可', '其他对外管理服务事项', '行政处罚', '行政强制'].map((label) => [label, '1', '2', '3']);
    const rows = [
      ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
      ...whole,
      ['行政事业性收费', mark, '+5', ''],
    ];
    const page = `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
    const read = tableCells(extractTables(readHtml(page)).tables);
    return read.flatMap(([path, { state, value }]) => (path.includes('.fees.') ? [value ?? state] : []));
  };
  expect(fees('---')).toEqual(['notApplicable', 5]);
  expect(fees('***')).toEqual(['unreadable', 5]);
});
