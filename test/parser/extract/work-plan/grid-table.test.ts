import { describe, expect, test } from 'vitest';
import { extractWorkPlan } from '../../../../parser/extract/work-plan/extract-work-plan.ts';
import type { Table, TableCell } from '../../../../parser/read/document.ts';

/** A cell as [text, column, row span, column span]. */
type Cell = readonly [text: string, column: number, rowSpan?: number, columnSpan?: number];

function table(...rows: readonly Cell[][]): Table {
  const cells = rows.map((row, index) =>
    row.map(
      ([text, column, rowSpan = 1, columnSpan = 1]): TableCell => ({
        ...{ text, column, rowSpan, columnSpan, row: index + 1, line: 1, offset: 0 },
      }),
    ),
  );
  return { kind: 'table', number: 1, rows: cells, line: 1, offset: 0 };
}

const header: Cell[] = [
  ['序号', 1],
  ['任务名称', 2, 1, 2],
  ['具体内容', 4],
  ['责任单位', 5],
  ['完成时限', 6],
];

describe('the task table of a web page', () => {
  const plan = table(
    [['2021年政务公开重点工作任务分解表', 1, 1, 6]],
    header,
    [
      ['1', 1, 2],
      ['重点领域\n信息公开', 2, 3],
      ['各类规划', 3, 2],
      ['主动公开本地规划。', 4],
      ['省发展改革委', 5, 2],
      ['9月30日前', 6, 2],
    ],
    [['展示全省规划体系。', 4]],
    [
      ['2', 1],
      ['优化营商环境', 3],
      ['公开清单并动态\n调整。\n公开举措。', 4],
      ['司法厅,各市(州)人民政府', 5, 2],
      ['全年', 6, 2],
    ],
    [
      ['3', 1],
      ['政策解读', 2],
      ['范围内容', 3],
      ['开展解读。', 4],
    ],
    [
      ['4', 1],
      ['方式质量', 3],
      ['创新解读。', 4],
      ['省政府办公厅', 5],
      ['长期坚持', 6],
    ],
  );
  const { tasks } = extractWorkPlan([plan]).workPlan;

  test('rows that share a merged number are one task', () => {
    expect(tasks[0]).toEqual({
      ...{ number: 1, group: '重点领域信息公开', name: '各类规划' },
      content: ['主动公开本地规划。', '展示全省规划体系。'],
      ...{ responsible: ['省发展改革委'], deadlines: ['9月30日前'], inherited: [] },
    });
  });

  test('paragraphs of a cell are kept apart, a broken line is joined', () => {
    expect(tasks[1]).toMatchObject({ group: '重点领域信息公开', content: ['公开清单并动态调整。', '公开举措。'] });
  });

  test('a merged cell reaches the tasks it covers, also across groups, and that is said', () => {
    expect(tasks.map((task) => task.inherited)).toEqual([[], ['group'], ['responsible', 'deadlines'], ['group']]);
    expect(tasks[2]).toMatchObject({ responsible: ['司法厅,各市(州)人民政府'], deadlines: ['全年'] });
    expect(tasks[3]).toMatchObject({ group: '政策解读', responsible: ['省政府办公厅'], deadlines: ['长期坚持'] });
  });
});

test('a table of responsibilities gives a merged unit to each of its rows', () => {
  const plan = table(
    [
      ['序号', 1],
      ['重点工作', 2],
      ['责任单位', 3],
    ],
    [
      ['1', 1],
      ['加强队伍建设', 2],
      ['各市(州)人民政府', 3, 2],
    ],
    [
      ['2', 1],
      ['完善工作制度', 2],
    ],
  );
  expect(extractWorkPlan([plan]).workPlan.responsibilities).toEqual([
    { number: 1, work: '加强队伍建设', responsible: '各市(州)人民政府' },
    { number: 2, work: '完善工作制度', responsible: '各市(州)人民政府' },
  ]);
});
