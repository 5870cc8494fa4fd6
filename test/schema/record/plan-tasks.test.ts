import { expect, test } from 'vitest';
import { dueDates, taskLines } from '../../../schema/record/plan-tasks.ts';

test.each([
  ['9月30日前', ['2021-09-30']],
  ['5月底前', ['2021-05-31']],
  ['2022年2月底', ['2022-02-28']],
  ['2021年3月和9月', ['2021-03-31', '2021-09-30']],
  ['全年', ['2021-12-31']],
  ['2022年底前', ['2022-12-31']],
  ['持续推进', []],
  ['13月1日', []],
  ['2月30日', []],
])('the deadline %s of a plan for 2021 names %j', (deadline, days) => {
  expect(dueDates(deadline, 2021)).toEqual(days);
});

test('tasks are indexed in the order of the plan, with each day once and the earliest first', () => {
  const task = { number: 7, group: null, name: '任务', content: [], responsible: ['市大数据局'], inherited: [] };
  const plan = { items: [], responsibilities: [], targets: [], forwards: null };
  const tasks = [
    { ...task, deadlines: ['12月底前', '5月底前'] },
    { ...task, deadlines: [] },
  ];
  expect(taskLines({ ...plan, tasks }, 2021)).toEqual([
    { number: 1, responsible: ['市大数据局'], dueOn: ['2021-05-31', '2021-12-31'] },
    { number: 2, responsible: ['市大数据局'], dueOn: [] },
  ]);
});
