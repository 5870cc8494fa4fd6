import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

function check({ agency, evidence: { likelyDivisions } }: CheckableRecord): RuleCheck {
  if (agency === null) return notApplicable({ zh: '报告机关不明。', en: 'The reporting agency is not known.' });
  if (agency.level === 'central') return notApplicable({ zh: '中央机关。', en: 'An organ of the central government.' });
  if (likelyDivisions.length > 0) {
    const likely = likelyDivisions.slice(0, mostNames);
    return failed({
      cells: [],
      expected: null,
      actual: null,
      message: {
        zh: `“${agency.name}”的地名不在行政区划代码中,可能是:${likely.join('、')}。`,
        en: `The place in “${agency.name}” is no division of GB/T 2260; it may be ${likely.join(', ')}.`,
      },
    });
  }
  if (agency.divisionCode !== null) return passed;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `无法确定“${agency.name}”属于哪个行政区。`,
      en: `It cannot be told in which division “${agency.name}” is.`,
    },
  });
}

const mostNames = 5;

/** The document says in which division its agency is, and that division is one of GB/T 2260. */
export const identityDivision: Rule = {
  id: 'identity.division',
  title: { zh: '机关所在行政区明确', en: 'It is plain in which division the agency is' },
  severity: 'warning',
  source: { zh: 'GB/T 2260', en: 'GB/T 2260' },
  check: (record) => [check(record)],
  examples: {
    passing: {
      about: { zh: '内江市人民政府', en: "The people's government of Neijiang" },
      form: '2019',
      year: 2020,
    },
    failing: {
      about: { zh: '“沐阳县”为“沭阳县”之误', en: 'Muyang is misprinted for Shuyang' },
      form: '2019',
      year: 2020,
      agency: { name: '沐阳县人民政府', level: null, divisionCode: null },
      evidence: { likelyDivisions: ['沭阳县'] },
    },
  },
};
