import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

/** Below this a report is not published under the agency's name unseen (`evidence.agencyConfidence`). */
const leastConfidence = 0.5;

function check({ agency, evidence: { agencyConfidence, agencyNamings } }: CheckableRecord): RuleCheck {
  if (agency === null || agencyConfidence === null) {
    return notApplicable({ zh: '报告机关不明。', en: 'The reporting agency is not known.' });
  }
  if (agencyConfidence >= leastConfidence) return passed;
  const printed = [...new Set(agencyNamings.map(({ words }) => words))];
  return failed({
    cells: [],
    expected: null,
    actual: null,
    cause: 'suspected-parse',
    message: {
      zh: `报告机关可能不是“${agency.name}”;文中出现的名称:${printed.join('、')}。`,
      en: `The reporting agency may not be “${agency.name}”; names in the document: ${printed.join(', ')}.`,
    },
  });
}

/** The document says plainly enough who reports. */
export const identityAgency: Rule = {
  id: 'identity.agency',
  title: { zh: '报告机关明确', en: 'It is plain which agency reports' },
  severity: 'error',
  source: { zh: '标题、落款、编制说明与联系方式', en: 'Title, signature, who made the report, whom to ask' },
  check: (record) => [check(record)],
  examples: {
    passing: {
      about: { zh: '标题写明内江市人民政府', en: "The title names the people's government of Neijiang" },
      form: '2019',
      year: 2020,
      evidence: { agencyConfidence: 0.9 },
    },
    failing: {
      about: { zh: '标题只写“应急管理局”', en: 'The title says “bureau of emergency management” and not whose' },
      form: '2019',
      year: 2020,
      agency: { name: '应急管理局', level: null, divisionCode: null },
      evidence: { agencyConfidence: 0.3, agencyNamings: [{ from: 'title', words: '应急管理局' }] },
    },
  },
};
