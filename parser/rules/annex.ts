import type { Statistic } from '../../schema/record/report.ts';
import { differentScopes } from '../../schema/record/scope.ts';
import { type CheckableRecord, failed, notApplicable, passed, type Rule, type RuleCheck } from './rule.ts';
import { type StatedFigure, statedInAnnex, statedInSentences } from './stated-figures.ts';

function checkStated(stated: StatedFigure, printed: StatedFigure): RuleCheck {
  const { name } = stated;
  if (stated.approximate) {
    return notApplicable({ zh: `${name.zh}:正文只写约数。`, en: `${name.en}: the text gives a round figure only.` });
  }
  if (stated.value === printed.value) return passed;
  return failed({
    cells: [stated.path, printed.path],
    expected: printed.value,
    actual: stated.value,
    message: {
      zh: `${name.zh}:正文为${stated.value},统计表为${printed.value}。`,
      en: `${name.en}: ${stated.value} in the text, ${printed.value} in the annex.`,
    },
  });
}

function statedChecks(record: CheckableRecord): RuleCheck[] {
  const annex = statedInAnnex(record);
  return [...statedInSentences(record).values()].flatMap((stated) => {
    const printed = annex.get(stated.key);
    const isComparable = printed !== undefined && !differentScopes(stated.scope, printed.scope);
    return isComparable ? [checkStated(stated, printed)] : [];
  });
}

/** A figure that both the text and the annex state, of no different scope, is the same in both. */
export const indicatorsAnnex: Rule = {
  id: 'indicators.annex',
  title: { zh: '正文与统计表的同一指标一致', en: 'Text and annex state the same figures' },
  severity: 'warning',
  source: { zh: '正文与《政府信息公开情况统计表》', en: 'Text and indicator annex' },
  check: statedChecks,
  examples: {
    passing: {
      about: { zh: '清镇市2020年', en: 'Qingzhen 2020' },
      form: '2019',
      year: 2020,
      sections: { overview: '2020年各级部门累计主动公开信息9920条。' },
      annex: { '一/(一)': ['proactive.total', '主动公开政府信息数', '9920'] },
    },
    failing: {
      about: { zh: '同上,统计表为9902', en: 'The same with 9902 in the annex' },
      form: '2019',
      year: 2020,
      sections: { overview: '2020年各级部门累计主动公开信息9920条。' },
      annex: { '一/(一)': ['proactive.total', '主动公开政府信息数', '9902'] },
    },
  },
};

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

function checkPart(part: Statistic, whole: Statistic): RuleCheck {
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

function partChecks({ statistics }: CheckableRecord): RuleCheck[] {
  return statistics.flatMap((row) => {
    const whole = wholeOf(row, statistics);
    return whole === null ? [] : [checkPart(row, whole)];
  });
}

/** A row of the annex that begins with 其中 does not exceed the row it is part of. */
export const statisticsParts: Rule = {
  id: 'statistics.parts',
  title: { zh: '统计表“其中”项不大于所属总数', en: 'A part in the annex does not exceed its whole' },
  severity: 'warning',
  source: { zh: '《政府信息公开情况统计表》', en: 'The indicator annex' },
  check: partChecks,
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
