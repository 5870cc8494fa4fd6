import { describe, expect, it } from 'vitest';
import type { Block } from '../../../parser/read/document.ts';
import { printedLine, readText } from '../../../parser/read/read-text-file.ts';
import { withDashedTables } from '../../../parser/tables/dashed-tables.ts';

const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text.trim(),
  );
const read = (lines: readonly string[]) => textsOf(withDashedTables(readText(lines.join('\n'))));

const plain = [
  '二、主动公开',
  '',
  '  ---------- -------- --------',
  '  信息内容   制发件数 废止件数',
  '  规章       0        ',
  '             1,286    (万元)',
  '  ---------- -------- --------',
  '',
  '三、其他',
];

describe('a table between lines of dashes', () => {
  it('has a cell for each column of each line, blank where nothing is printed', () => {
    const rows = [
      ['信息内容', '制发件数', '废止件数'],
      ['规章', '0', ''],
      ['', '1,286', '(万元)'],
    ];
    expect(read(plain)).toEqual(['二、主动公开', rows, '三、其他']);
    expect(read(plain.map((line) => line.replaceAll('-', '=')))).toEqual(['二、主动公开', rows, '三、其他']);
  });

  it('gives the place of what each cell prints', () => {
    const text = plain.join('\n');
    const table = withDashedTables(readText(text)).find((block) => block.kind === 'table');
    const cells = table?.rows.flat().filter((cell) => cell.text !== '') ?? [];
    expect(cells.map(({ text: printed, offset }) => text.slice(offset, offset + printed.length))).toEqual(
      cells.map((cell) => cell.text),
    );
  });

  it('keeps its columns where marks of Markdown were taken out of a line', () => {
    const lines = ['# 报告', '', '------ ------ ----', '许可   \\-3001 12', '强制          7', '------ ------ ----'];
    const blocks = withDashedTables(readText(lines.join('\n'), printedLine));
    expect(textsOf(blocks)[1]).toEqual([
      ['许可', '-3001', '12'],
      ['强制', '', '7'],
    ]);
  });

  it('is none where a line does not keep to the columns, or where dashes do not end it', () => {
    const kinds = (lines: readonly string[]) =>
      new Set(withDashedTables(readText(lines.join('\n'))).map(({ kind }) => kind));
    expect(kinds(plain.map((line) => line.replace('  规章       0', '  规章规章规章规章')))).toEqual(
      new Set(['paragraph']),
    );
    expect(kinds(plain.slice(0, -3))).toEqual(new Set(['paragraph']));
  });
});
