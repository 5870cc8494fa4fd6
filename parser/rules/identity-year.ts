import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

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
