import { describe, expect, test } from 'vitest';
import { extractWorkPlan } from '../../../parser/plans/extract-work-plan.ts';
import type { Table, TableCell } from '../../../parser/read/document.ts';

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

describe('a table whose one column of names is merged over several numbers', () => {
  const plan = table(
    [
      ['序号', 1],
      ['重点任务', 2],
      ['工作内容', 3],
      ['责任单位', 4],
      ['完成时限', 5],
    ],
    [
      ['1', 1],
      ['助力经济平稳健康运行', 2, 2],
      ['年内发布政策解读不少于20篇。', 3],
      ['市税务局、市财政局', 4],
      ['2022年12月底前', 5],
    ],
    [
      ['2', 1],
      ['加强减税降费信息公开,每月更新5条以上。', 3],
      ['市发展改革委', 4],
      ['2022年9月30日前', 5],
    ],
    [
      ['3', 1],
      ['提高政策公开质量', 2],
      ['同步公开率达到100%。', 3],
      ['市政府办公室', 4],
      ['长期坚持', 5],
    ],
  );
  const { tasks, targets } = extractWorkPlan([plan]).workPlan;

  test('gives groups and no names', () => {
    const [economy, quality] = ['助力经济平稳健康运行', '提高政策公开质量'];
    expect(tasks.map(({ group, name }) => [group, name])).toEqual([
      [economy, ''],
      [economy, ''],
      [quality, ''],
    ]);
    expect(tasks.map(({ inherited }) => inherited)).toEqual([[], ['group'], []]);
  });

  test('binds by its demands who answers for the task', () => {
    expect(targets.map(({ who, comparison, value, unit }) => [who, comparison, value, unit])).toEqual([
      ['市税务局、市财政局', 'atLeast', 20, '篇'],
      ['市发展改革委', 'atLeast', 5, '条'],
      ['市政府办公室', 'atLeast', 100, '%'],
    ]);
  });
});
