import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

function check({ agency, evidence: { provinceHint } }: CheckableRecord): RuleCheck {
  if (provinceHint === null) {
    return notApplicable({ zh: '文件不是为某一省接收的。', en: 'The document was not received for one province.' });
  }
  if (agency?.provinceCode == null) {
    return notApplicable({ zh: '无法确定机关所在省。', en: "The agency's province cannot be told." });
  }
  if (agency.provinceCode === provinceHint) return passed;
  return failed({
    cells: [],
    expected: Number(provinceHint),
    actual: Number(agency.provinceCode),
    message: {
      zh: `“${agency.name}”属于${agency.provinceCode},而文件由${provinceHint}接收。`,
      en: `“${agency.name}” is of province ${agency.provinceCode}, but the document was received for ${provinceHint}.`,
    },
  });
}

/** A report received by a province's stack is of an agency in that province. Codes are the first two digits of GB/T 2260. */
export const identityProvince: Rule = {
  id: 'identity.province',
  title: { zh: '机关属于接收文件的省', en: 'The agency is of the province that received the document' },
  severity: 'warning',
  source: { zh: 'GB/T 2260 与部署所属省', en: 'GB/T 2260 and the province of the deployment' },
  check: (record) => [check(record)],
  examples: {
    passing: {
      about: { zh: '内江市的报告由四川接收', en: "Neijiang's report received for Sichuan" },
      form: '2019',
      year: 2020,
      evidence: { provinceHint: '51' },
    },
    failing: {
      about: { zh: '内江市的报告由辽宁接收', en: "Neijiang's report received for Liaoning" },
      form: '2019',
      year: 2020,
      evidence: { provinceHint: '21' },
    },
  },
};
