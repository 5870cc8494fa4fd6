import { differentScopes } from '../../schema/record/scope.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';
import { type StatedFigure, statedInAnnex, statedInSentences } from './stated-figures.ts';

function check(stated: StatedFigure, printed: StatedFigure): RuleCheck {
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

function checks(record: CheckableRecord): RuleCheck[] {
  const annex = statedInAnnex(record);
  return [...statedInSentences(record).values()].flatMap((stated) => {
    const printed = annex.get(stated.key);
    const isComparable = printed !== undefined && !differentScopes(stated.scope, printed.scope);
    return isComparable ? [check(stated, printed)] : [];
  });
}

/** A figure that both the text and the annex state, of no different scope, is the same in both. */
export const indicatorsAnnex: Rule = {
  id: 'indicators.annex',
  title: { zh: '正文与统计表的同一指标一致', en: 'Text and annex state the same figures' },
  severity: 'warning',
  source: { zh: '正文与《政府信息公开情况统计表》', en: 'Text and indicator annex' },
  check: checks,
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
