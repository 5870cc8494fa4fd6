import { expect, it } from 'vitest';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];
/** Review and litigation of Neijiang, 2020. */
const printed = [
  [1, 4, 2, 0, 7],
  [0, 0, 0, 0, 0],
  [0, 1, 0, 0, 1],
];
const line = (...cells: readonly (string | number)[]) => cells.join('\t');

const figures = (group: number) => printed[group] ?? [];
const ways: Record<string, string[]> = {
  'a table for each group': groups.flatMap((group, at) => [group, line(...results), line(...figures(at))]),
  'a line for each group': [line('类别', ...results), ...groups.map((group, at) => line(group, ...figures(at)))],
  'groups side by side, results below one another': [
    line('', ...groups),
    ...results.map((result, at) => line(result, ...groups.map((_, group) => figures(group)[at] ?? ''))),
  ],
  'each figure beside its heading': groups.flatMap((group, at) => [
    group,
    ...results.map((result, index) => line(result, figures(at)[index] ?? '')),
  ]),
  'rows of pipes that end in empty cells': [
    '行政复议 | 行政诉讼 | |',
    `${results.join(' | ')} | 未经复议直接起诉 | 复议后起诉 | |`,
    `${[...results, ...results].join(' | ')} | |`,
    `${printed.flat().join(' | ')} | |`,
  ],
};

it.each(Object.entries(ways))('the table of review and litigation is read from %s', (_, lines) => {
  const { tables, findings } = extractTables(readText(lines.join('\n')));
  const read = Object.values(tables.reviewAndLitigation ?? {}).flatMap((row) =>
    typeof row === 'string' ? [] : [Object.values(row).map((cell) => cell.value)],
  );
  expect(read).toEqual(printed);
  expect(findings).toEqual([]);
});

it('a group without one of its figures leaves the table to be asked about, not guessed', () => {
  const lines = groups.flatMap((group, at) => [group, line(...results), line(...figures(at).slice(at))]);
  const { tables } = extractTables(readText(lines.join('\n')));
  const row = tables.reviewAndLitigation?.litigationDirect;
  expect(typeof row === 'object' && Object.values(row).some((cell) => cell.state === 'number')).toBe(false);
});
