import { describe, expect, it } from 'vitest';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';

/** Table 二 of form 2021, one cell a paragraph; `''` is a cell with nothing in it. */
const cells = [
  ...['第二十条第(一)项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ...['规章', '', '', '', '行政规范性文件', '12', '', '102'],
  ...['第二十条第(五)项', '信息内容', '本年处理决定数量', '行政许可', ''],
  ...['第二十条第(六)项', '信息内容', '本年处理决定数量', '行政处罚', '7', '行政强制', ''],
  ...['第二十条第(八)项', '信息内容', '本年收费金额(单位:万元)', '行政事业性收费', ''],
];
const proactive = (text: string) => extractTables(readText(text)).tables.proactiveDisclosure;
const states = (text: string, row: string) =>
  Object.values(proactive(text)?.[row] ?? {}).map(({ state, value }) => value ?? state);

describe('a table copied one cell a paragraph, an empty line between two', () => {
  const text = cells.join('\n\n');

  it('has empty cells where empty lines stand for them', () => {
    expect(states(text, 'regulations')).toEqual(['blank', 'blank', 'blank']);
    expect(states(text, 'normativeDocuments')).toEqual([12, 'blank', 102]);
    expect(['licensing', 'penalties', 'coercion'].map((row) => states(text, row))).toEqual([['blank'], [7], ['blank']]);
  });

  it('gives the place of each', () => {
    const { line, offset } = proactive(text)?.regulations?.issued?.place ?? {};
    expect(offset).toBe(text.indexOf('规章') + '规章\n\n'.length);
    expect(line).toBe(text.slice(0, offset).split('\n').length);
  });

  it('has none where the cells are gone and room is left between the rows', () => {
    const gone = text.replaceAll(/\n{3,}/g, '\n\n\n');
    expect(states(gone, 'regulations')).not.toContain('blank');
  });

  it('has none where somewhere near an even number of empty lines parts nothing', () => {
    const uneven = text.replace('本年废止件数\n\n', '本年废止件数\n\n\n').replace('行政强制\n\n', '行政强制\n\n\n');
    expect(states(uneven, 'regulations')).not.toContain('blank');
  });
});
