import type { Statistic } from '../../schema/record/report.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

/** Last step of the path of a row that begins with 其中. */
const partStep = '其中';

/** The row that a row is said to be part of; null where it is of none. */
function wholeOf(part: Statistic, rows: readonly Statistic[]): Statistic | null {
  const steps = part.path.split('/');
  const at = steps.findLastIndex((step) => step.startsWith(partStep));
  if (at <= 0) return null;
  const path = steps.slice(0, at).join('/');
  return rows.find((row) => row.path === path) ?? null;
}

function check(part: Statistic, whole: Statistic): RuleCheck {
  const [share, all] = [part.cell.value, whole.cell.value];
  if (share === null || all === null) {
    return notApplicable({ zh: `“${part.label}”:没有数字可核对。`, en: `“${part.label}”: no figures to compare.` });
  }
  if (share <= all) return passed;
  return failed({
    cells: [part, whole].map(({ path }) => `statistics.${path}`),
    expected: all,
    actual: share,
    message: {
      zh: `“${part.label}”${share},多于其所属的“${whole.label}”${all}。`,
      en: `“${part.label}” ${share} exceeds “${whole.label}” ${all}, of which it is a part.`,
    },
  });
}

function checks({ statistics }: CheckableRecord): RuleCheck[] {
  return statistics.flatMap((row) => {
    const whole = wholeOf(row, statistics);
    return whole === null ? [] : [check(row, whole)];
  });
}

/** A row of the annex that begins with 其中 does not exceed the row it is part of. */
export const statisticsParts: Rule = {
  id: 'statistics.parts',
  title: { zh: '统计表“其中”项不大于所属总数', en: 'A part in the annex does not exceed its whole' },
  severity: 'warning',
  source: { zh: '《政府信息公开情况统计表》', en: 'The indicator annex' },
  check: checks,
  examples: {
    passing: {
      about: { zh: '清镇市2020年统计表', en: 'Annex of Qingzhen 2020' },
      form: '2019',
      year: 2020,
      annex: {
        '二/(二)/1': ['response.pressConferences', '参加或举办新闻发布会总次数', '3'],
        '二/(二)/1/其中': [null, '主要负责同志参加新闻发布会次数', '3'],
      },
    },
    failing: {
      about: { zh: '同上,总次数填为1', en: 'The same with 1 as the total' },
      form: '2019',
      year: 2020,
      annex: {
        '二/(二)/1': ['response.pressConferences', '参加或举办新闻发布会总次数', '1'],
        '二/(二)/1/其中': [null, '主要负责同志参加新闻发布会次数', '3'],
      },
    },
  },
};
