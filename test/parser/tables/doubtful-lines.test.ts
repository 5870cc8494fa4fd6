import { describe, expect, it } from 'vitest';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';

const table = (counts: string, licensing: string, penalties: string) => `第二十条第(一)项
信息内容
本年制发件数 本年废止件数 现行有效件数
${counts}
第二十条第(五)项
信息内容
本年处理决定数量
${licensing}
第二十条第(六)项
信息内容
本年处理决定数量
${penalties}
第二十条第(八)项
信息内容
本年收费金额
行政事业性收费 3.5(万元)
`;

const rowsNamed = (rule: string, text: string) => {
  const { findings } = extractTables(readText(text));
  const cells = findings.filter((finding) => finding.rule === rule).flatMap((finding) => finding.cells);
  return [...new Set(cells.map((cell) => cell.split('.')[1] ?? cell))];
};

describe('figures on lines of their own', () => {
  const whole = '规章\n0\n1\n2\n行政规范性文件\n3\n4\n7';

  it('are doubtful beside a row without figures', () => {
    const text = table(whole, '行政许可\n267', '行政处罚\n14\n行政强制');
    expect(rowsNamed('tables.uncertain-lines', text)).toEqual(['penalties']);
  });

  it('are doubtful beside a short row, where another has figures beyond its columns', () => {
    const text = table('规章\n0\n行政规范性文件\n3\n4\n7', '行政许可\n267\n5', '行政处罚\n14\n行政强制\n9');
    expect(rowsNamed('tables.uncertain-lines', text)).toEqual(['normativeDocuments', 'penalties']);
  });

  it('are doubtful in a row with a figure of another kind', () => {
    const text = table('规章\n0\n增2\n2\n行政规范性文件\n3\n4\n7', '行政许可\n267', '行政处罚\n14\n行政强制\n9');
    expect(rowsNamed('tables.uncertain-lines', text)).toEqual(['regulations']);
  });

  it('are sure where all are read, or where one row lacks some and the others are in order', () => {
    const decisions = ['行政许可\n267', '行政处罚\n14\n行政强制\n9'] as const;
    expect(rowsNamed('tables.uncertain-lines', table(whole, ...decisions))).toEqual([]);
    expect(rowsNamed('tables.uncertain-lines', table('规章\n0\n行政规范性文件\n3\n4\n7', ...decisions))).toEqual([]);
  });

  it('are sure beside their labels', () => {
    const text = table('规章 0 1 2\n行政规范性文件 3 4 7', '行政许可 267', '行政处罚 14\n行政强制');
    expect(rowsNamed('tables.uncertain-lines', text)).toEqual([]);
  });
});

it('a table of which a converter lost characters is named', () => {
  const text = table('规章 0 1 2\n行政规\uFFFD\uFFFD文件 3 4 7', '行政许可 267', '行政处罚 14\n行政强制 9');
  expect(rowsNamed('tables.characters-lost', text)).toEqual(['proactiveDisclosure']);
});
