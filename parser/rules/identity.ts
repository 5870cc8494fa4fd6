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

const overview = 'overview';
/** A sentence that opens with the year it speaks of: 2020年,… */
const openingYear = /(?:^|[。\n])\s*(\d{4})年(?:度)?[,，]/gu;

/** The years that the title or the statistics period name besides the report's. */
function inTitleAndPeriod({ year, evidence }: CheckableRecord): RuleCheck {
  const [other] = evidence.otherYears;
  if (other === undefined) return passed;
  return failed({
    cells: [],
    expected: year,
    actual: other,
    message: {
      zh: `报告年度为${year},而标题或统计期限还写有${evidence.otherYears.join('、')}。`,
      en: `The report is of ${year}, but its title or statistics period also names ${evidence.otherYears.join(', ')}.`,
    },
  });
}

/** An overview all of whose sentences that open with a year open with another one is last year's, perhaps. */
function inOverview({ year, sections }: CheckableRecord): RuleCheck {
  const text = sections.find(({ key }) => key === overview)?.text ?? '';
  const years = Array.from(text.matchAll(openingYear), (match) => Number(match[1]));
  const [other] = years;
  if (other === undefined) {
    return notApplicable({
      zh: '总体情况没有以年份开头的句子。',
      en: 'No sentence of the overview opens with a year.',
    });
  }
  if (years.some((each) => each === year)) return passed;
  return failed({
    cells: [`sections.${overview}`],
    expected: year,
    actual: other,
    message: {
      zh: `报告年度为${year},而总体情况所写为${other}年。`,
      en: `The report is of ${year}, but its overview speaks of ${other}.`,
    },
  });
}

/** The title, the statistics period and the text speak of one year. */
export const identityYear: Rule = {
  id: 'identity.year',
  title: { zh: '标题、统计期限与正文的年份一致', en: 'Title, statistics period and text name one year' },
  severity: 'warning',
  source: { zh: '标题与统计期限(1月1日至12月31日)', en: 'Title and statistics period (1 January to 31 December)' },
  check: (record) => (record.year === null ? [] : [inTitleAndPeriod(record), inOverview(record)]),
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      sections: { overview: '2020年,内江市依法公开政府信息。' },
    },
    failing: {
      about: { zh: '2020年报告的总体情况写的是2019年', en: 'A report of 2020 whose overview speaks of 2019' },
      form: '2019',
      year: 2020,
      sections: { overview: '2019年,全市依法公开政府信息。' },
    },
  },
};
