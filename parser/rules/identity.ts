import { leastConfidence } from '../../schema/record/evidence.ts';
import { type CheckableRecord, failed, notApplicable, passed, type Rule, type RuleCheck } from './rule.ts';

function checkAgency({ agency, evidence: { agencyConfidence, agencyNamings } }: CheckableRecord): RuleCheck {
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
  check: (record) => [checkAgency(record)],
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

function checkDivision({ agency, evidence: { likelyDivisions } }: CheckableRecord): RuleCheck {
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
  check: (record) => [checkDivision(record)],
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

function checkProvince({ agency, evidence: { provinceHint } }: CheckableRecord): RuleCheck {
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
  check: (record) => [checkProvince(record)],
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

function checkFinal({ evidence: { draftWords } }: CheckableRecord): RuleCheck {
  if (draftWords === undefined) return passed;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `文件写明不是正式发布的报告:“${draftWords}”。`,
      en: `The document says that it is no published report: “${draftWords}”.`,
    },
  });
}

/** The document does not call itself a draft, a sample or a model. */
export const identityFinal: Rule = {
  id: 'identity.final',
  title: { zh: '文件是正式发布的报告', en: 'The document is the report as published' },
  severity: 'error',
  source: { zh: '标题', en: 'The title' },
  check: (record) => [checkFinal(record)],
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
    },
    failing: {
      about: { zh: '标题写有“征求意见稿”', en: 'The title says that it is a draft for comment' },
      form: '2019',
      year: 2020,
      evidence: { draftWords: '征求意见稿' },
    },
  },
};
