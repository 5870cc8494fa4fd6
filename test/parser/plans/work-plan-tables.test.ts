import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';

interface Printed {
  readonly group: string;
  readonly content: string;
  readonly unit: string;
  readonly deadline: string;
}

const tasks: readonly Printed[] = [
  { group: '扩大公开范围', content: '公开惠企政策的执行情况。', unit: '县发展改革局', deadline: '持续推进' },
  { group: '扩大公开范围', content: '公开减税降费政策。', unit: '县税务局、县财政局', deadline: '6月底前' },
  { group: '做好政策解读', content: '重要文件与解读同步发布,多用图解。', unit: '县政府各部门', deadline: '全年' },
  { group: '夯实工作基础', content: '组织一次业务培训。', unit: '县政府办公室', deadline: '年底前' },
];
const head = ['古蔺县2022年政务公开工作要点任务分解表', '各镇人民政府,县政府各部门:', '现印发给你们,请认真组织实施。'];

const table = (rows: readonly (readonly string[])[], mark: string) => rows.map((row) => row.join(mark));
const grid = (rows: readonly (readonly string[])[]) =>
  `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;
const page = (rows: readonly (readonly string[])[]) =>
  `<!doctype html><html><body>${head.map((line) => `<p>${line}</p>`).join('')}${grid(rows)}</body></html>`;
const text = (...lines: readonly string[]) => [...head, ...lines].join('\n');

const isFirst = ({ group }: Printed, index: number) => tasks[index - 1]?.group !== group;
const merged = (task: Printed, index: number) => {
  const count = tasks.filter(({ group }) => group === task.group).length;
  return isFirst(task, index) ? [`<td rowspan="${count}">${task.group}</td>`] : [];
};

const layouts: readonly [string, string][] = [
  [
    'a grid with 序号',
    page([
      ['序号', '任务', '具体要求', '责任单位', '完成时限'],
      ...tasks.map(({ group, content, unit, deadline }, index) => [`${index + 1}`, group, content, unit, deadline]),
    ]),
  ],
  [
    'a grid without 序号, groups merged',
    page([
      ['工作任务', '具体要求', '牵头单位', '时限要求'],
      ...tasks.map((task, index) => [...merged(task, index), task.content, task.unit, task.deadline]),
    ]),
  ],
  [
    'a grid with its numbers in a second column',
    page([
      ['工作任务', '<td colspan="2">具体要求</td>', '责任部门', '完成时间'],
      ...tasks.map((task, index) => [...merged(task, index), `${index + 1}`, task.content, task.unit, task.deadline]),
    ]),
  ],
  [
    'a grid with numbers in its text',
    page([
      ['重点任务', '工作内容', '责任单位', '时限'],
      ...tasks.map((task, index) => [...merged(task, index), `${index + 1}.${task.content}`, task.unit, task.deadline]),
    ]),
  ],
  [
    'a grid with columns in another order',
    page([
      ['完成时限', '责任单位', '重点工作', '工作措施', '备注'],
      ...tasks.map(({ group, content, unit, deadline }) => [deadline, unit, group, content, '']),
    ]),
  ],
  [
    'a grid with two rows of headings',
    page([
      ['<td rowspan="2">工作任务</td>', '<td rowspan="2">具体要求</td>', '<td colspan="2">责任分工</td>'],
      ['责任单位', '完成时限'],
      ...tasks.map(({ group, content, unit, deadline }) => [group, content, unit, deadline]),
    ]),
  ],
  [
    'a grid with a row for each group',
    page([
      ['序号', '工作内容', '责任单位', '完成时限'],
      ...tasks.flatMap((task, index) => [
        ...(isFirst(task, index) ? [[`<td colspan="4">${task.group}</td>`]] : []),
        [`${index + 1}`, task.content, task.unit, task.deadline],
      ]),
    ]),
  ],
  [
    'pipes',
    text(
      ...table(
        [
          ['序号', '工作任务', '具体要求', '责任单位', '完成时限'],
          ...tasks.map(({ group, content, unit, deadline }, index) => [`${index + 1}`, group, content, unit, deadline]),
        ],
        ' | ',
      ),
    ),
  ],
  [
    'pipes, merged groups printed once',
    text(
      ...table(
        [
          ['工作任务', '具体要求', '责任单位', '完成时限'],
          ...tasks.map((task, index) => [
            ...(isFirst(task, index) ? [task.group] : []),
            `${index + 1}.${task.content}`,
            task.unit,
            task.deadline,
          ]),
        ],
        ' | ',
      ).map((line) => `${line} |`),
    ),
  ],
  [
    'Markdown',
    text(
      '',
      '| 工作任务 | 具体要求 | 责任单位 | 完成时限 |',
      '| --- | --- | --- | --- |',
      ...tasks.map(({ group, content, unit, deadline }) => `| ${group} | ${content} | ${unit} | ${deadline} |`),
    ),
  ],
  [
    'tabs',
    text(
      ...table(
        [
          ['工作任务', '具体要求', '责任单位', '完成时限'],
          ...tasks.map(({ group, content, unit, deadline }) => [group, content, unit, deadline]),
        ],
        '\t',
      ),
    ),
  ],
  [
    'a cell a line, numbered under no heading',
    text(
      ...['工作任务', '具体要求', '责任单位', '完成时限'],
      ...tasks.flatMap((task, index) => [
        ...(isFirst(task, index) ? [task.group] : []),
        ...[`${index + 1}`, task.content, task.unit, task.deadline],
      ]),
    ),
  ],
  [
    'a cell a line with a pipe on a line of its own',
    text(
      ...[
        ...['工作任务', '具体要求', '责任科室', '时限要求'],
        ...tasks.flatMap((task, index) => [
          ...(isFirst(task, index) ? [task.group] : []),
          ...[`${index + 1}`, task.content, task.unit, task.deadline],
        ]),
      ].flatMap((cell) => [cell, '|']),
    ),
  ],
  [
    'a cell a line without numbers',
    text(
      ...['工作任务', '具体要求', '责任单位', '完成时限'],
      ...tasks.flatMap((task, index) => [
        ...(isFirst(task, index) ? [task.group] : []),
        ...[task.content, task.unit, task.deadline],
      ]),
    ),
  ],
  [
    'brackets behind each paragraph',
    text(
      ...tasks.flatMap((task, index) => [
        ...(isFirst(task, index)
          ? [
              `${'一二三四'.charAt(new Set(tasks.slice(0, index + 1).map(({ group }) => group)).size - 1)}、${task.group}`,
            ]
          : []),
        `${index + 1}.${task.content}（责任单位：${task.unit}；完成时限：${task.deadline}）`,
      ]),
    ),
  ],
  [
    'a line below each paragraph',
    text(
      ...tasks.flatMap((task, index) => [
        ...(isFirst(task, index)
          ? [
              `${'一二三四'.charAt(new Set(tasks.slice(0, index + 1).map(({ group }) => group)).size - 1)}、${task.group}`,
            ]
          : []),
        `(${index + 1})${task.content}`,
        `牵头单位：${task.unit}；完成时限：${task.deadline}`,
      ]),
    ),
  ],
];

describe('the tasks of a work plan', () => {
  it.each(layouts)('are read from %s', async (_name, source) => {
    const [record] = await parseReport(Buffer.from(source));
    expect(record).toMatchObject({ kind: 'work-plan', complete: true, findings: [] });
    expect(
      record?.workPlan?.tasks.map(({ number, group, name, content, responsible, deadlines }) => ({
        number,
        group: group ?? name,
        content: content.join('').replace(/^\d+\./u, ''),
        unit: responsible.join('、'),
        deadline: deadlines.join('、'),
      })),
    ).toEqual(tasks.map((task, index) => ({ number: index + 1, ...task })));
  });

  it('that no table gives, though it names who is responsible, are said to be unread', async () => {
    const [record] = await parseReport(
      Buffer.from(text('序号', '1', '责任单位 第一批', '工作任务 甲', '牵头单位', '2', '公开事项')),
    );
    expect(record?.workPlan?.tasks).toEqual([]);
    expect(record?.complete).toBe(false);
    expect(record?.findings.map(({ rule }) => rule)).toEqual(['workPlan.unread-tasks']);
  });
});
