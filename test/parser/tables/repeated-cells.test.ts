import { expect, it } from 'vitest';
import { unfold } from '../../../parser/locate/unfold.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';

const caption = '第二十条第(一)项';
const headings = ['本年制发件数', '本年废止件数', '现行有效件数'];
const twice = (texts: readonly string[]) => texts.flatMap((text) => [text, text]);

/** What table 二 has of normative documents, the lines of their block given as cells. */
function read(...lines: readonly (readonly string[])[]) {
  const rest = [
    ['第二十条第(五)项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', '120'],
    ['第二十条第(六)项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', '7'],
    ['行政强制', '8'],
  ];
  const text = [[caption], ...lines, ...rest].map((cells) => cells.join('\t')).join('\n');
  const printed = extractTables(unfold(readText(text))).tables.proactiveDisclosure?.normativeDocuments;
  return ['issued', 'repealed', 'inForce'].map((column) => printed?.[column]?.value);
}

it('merged cells that a tool wrote once for each of their columns are one figure each', () => {
  const header = ['信息内容', ...twice(headings)];
  expect(read(header, ['规章', ...twice(['0', '0', '1'])], ['行政规范性文件', ...twice(['12', '3', '102'])])).toEqual([
    12, 3, 102,
  ]);
});

it('are none where they differ, or where the headings do not repeat alike', () => {
  const regulations = ['规章', ...twice(['0', '0', '1'])];
  const documents = ['行政规范性文件', ...twice(['12', '3', '102'])];
  const other = ['行政规范性文件', '12', '12', '3', '4', '102', '102'];
  const nothing = [null, null, null];
  expect(read(['信息内容', ...twice(headings)], regulations, other)).toEqual(nothing);
  expect(read(['信息内容', ...headings], regulations, documents)).toEqual(nothing);
  expect(read(['信息内容', ...headings, ...headings.slice(0, 1)], regulations, documents)).toEqual(nothing);
});

it('a blank before a figure that a tool wrote twice is not taken for an edge, where no other row of the block shows one', () => {
  const read = (row: readonly string[]) => {
    const lines = [...rowsAbove, ['第二十条第(八)项'], ['信息内容', '上一年项目数量', '本年增/减', '本年增/减'], row];
    return extractTables(readText(lines.map((cells) => cells.join('\t')).join('\n'))).tables.proactiveDisclosure?.fees;
  };
  const rowsAbove = [
    [caption],
    ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
    ['规章', '1', '2', '3'],
    ['规范性文件', '4', '5', '6'],
    ['第二十条第(五)项'],
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
    ['行政许可', '7', '8', '9'],
  ];
  expect(read(['行政事业性收费', '', '0', '0'])?.previousItems).toMatchObject({ state: 'unreadable', value: null });
  expect(read(['行政事业性收费', '', '5', '3'])?.previousItems).toMatchObject({ value: 5 });
});
