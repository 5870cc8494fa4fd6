import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isWorkPlan, planTitle, workPlanSigns } from '../../../parser/plans/recognise-plan.ts';
import { readText } from '../../../parser/read/read-text-file.ts';

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8');
const plan = sample('yaan-2021-work-plan');

describe('telling a work plan from a report', () => {
  test('the sample plan is one, by title, table and letter', () => {
    expect(workPlanSigns(readText(plan))).toEqual({
      title: '2021年全省政务公开重点工作安排',
      table: true,
      letter: true,
      reportTitle: false,
      reportTables: false,
    });
    expect(isWorkPlan(readText(plan))).toBe(true);
  });

  test.each(['gongjing-2018', 'neijiang-2020', 'qingzhen-2020', 'yingkou-2020'])('%s is none', (name) => {
    expect(isWorkPlan(readText(sample(name)))).toBe(false);
  });

  test('a report is none even where its page links to a plan', () => {
    expect(isWorkPlan(readText(`2020年政务公开工作要点\n${sample('gongjing-2018')}`))).toBe(false);
  });

  test("a province's own plan is one without a letter that forwards it", () => {
    const start = plan.indexOf('四川省人民政府办公厅关于印发2021年全省政务公开重点工作安排的通知\n');
    const end = plan.indexOf('附件:重点工作责任分工表');
    expect(isWorkPlan(readText(plan.slice(start, end)))).toBe(true);
  });

  test('a report on how a plan was carried out is none', () => {
    const text = '关于2021年政务公开工作要点落实情况的报告\n(一)已完成。\n(二)已完成。\n(三)已完成。';
    expect(isWorkPlan(readText(text))).toBe(false);
  });

  test('a link to a plan alone is none', () => {
    expect(isWorkPlan(readText('首页\n2022年政务公开工作要点\n联系我们'))).toBe(false);
  });
});

describe('the title of a plan', () => {
  test('is its own rather than that of the notice or of a table', () => {
    const lines = [
      '2022年政务公开任务分解表',
      'XX市人民政府关于印发2022年政务公开工作要点的通知',
      '2022年政务公开工作要点',
    ];
    expect(planTitle(lines)).toBe('2022年政务公开工作要点');
    expect(planTitle(lines.slice(0, 2))).toBe('XX市人民政府关于印发2022年政务公开工作要点的通知');
    expect(planTitle(lines.slice(0, 1))).toBe('2022年政务公开任务分解表');
  });
});
