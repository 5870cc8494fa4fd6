import type { PrintedPeriod } from '../../schema/record/evidence.ts';
import { type CheckableRecord, failed, notApplicable, passed, type Rule, type RuleCheck } from './rule.ts';

const overview = 'overview';
/** A clause that opens with the year it speaks of: 2020年,… */
const openingYear = /(?:^|[。;,,;\n])\s*(\d{4})年(?:度|以来)?[,,]/gu;

/** The years that the title, the statistics period or the report's words for itself name besides the report's. */
function inTitleAndPeriod({ year, evidence }: CheckableRecord): RuleCheck {
  const [other] = evidence.otherYears;
  if (other === undefined) return passed;
  return failed({
    cells: [],
    expected: year,
    actual: other,
    message: {
      zh: `报告年度为${year},而标题、统计期限或报告自称的年度还有${evidence.otherYears.join('、')}。`,
      en: `The report is of ${year}, but its title, its statistics period or its words for itself also name ${evidence.otherYears.join(', ')}.`,
    },
  });
}

/** A report on a year that was not near its end when the report was received. */
function inFuture({ year, evidence: { receivedInYear } }: CheckableRecord): RuleCheck {
  if (receivedInYear === undefined) return passed;
  return failed({
    cells: [],
    expected: null,
    actual: year,
    message: {
      zh: `报告年度为${year},而文件在${receivedInYear}已收到,该年度尚未结束。`,
      en: `The report is of ${year}, but was received on ${receivedInYear}, before that year was near its end.`,
    },
  });
}

/** A form is used for the year for which it was issued, by late filers for the one before, and never earlier: 2012 for 2021. */
function beforeItsForm({ year, form, editions }: CheckableRecord): RuleCheck[] {
  const from = editions.find(({ id }) => id === form)?.years.from;
  if (from === undefined || year === null) return [];
  if (year >= from - 1) return [passed];
  const finding = failed({
    cells: [],
    expected: from,
    actual: year,
    message: {
      zh: `报告年度为${year},而所用格式自${from}年度起才有。`,
      en: `The report is of ${year}, but follows a form that was issued for ${from}.`,
    },
  });
  return [finding];
}

/** An overview all of whose clauses that open with a year open with another one is last year's, perhaps. */
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
  severity: 'error',
  source: { zh: '标题与统计期限(1月1日至12月31日)', en: 'Title and statistics period (1 January to 31 December)' },
  check: (record) =>
    record.year === null
      ? []
      : [inTitleAndPeriod(record), inOverview(record), inFuture(record), ...beforeItsForm(record)],
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

/** Reports are put together in the last days of a year: its figures until December pass for the year's, and it is said that they do. */
function isNearlyYear({ from, to }: PrintedPeriod): boolean {
  const endsOnNewYear = to.endsWith('-01-01');
  const year = Number(to.slice(0, 4)) - (endsOnNewYear ? 1 : 0);
  return (from === null || from === `${year}-01-01`) && (endsOnNewYear || to >= `${year}-12-01`);
}

function checkPeriod({ evidence: { otherPeriod } }: CheckableRecord): RuleCheck {
  if (otherPeriod === undefined) return passed;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    severity: isNearlyYear(otherPeriod) ? 'warning' : 'error',
    message: {
      zh: `数据的统计期限不是1月1日至12月31日的一个年度,所印为“${otherPeriod.words}”。`,
      en: `The figures are not of one year from 1 January to 31 December: the period printed is “${otherPeriod.words}”.`,
    },
  });
}

/** The figures are of a calendar year. Those of a half year or a school year do not compare with other years'. */
export const identityPeriod: Rule = {
  id: 'identity.period',
  title: { zh: '数据是一个公历年度的', en: 'The figures are of one calendar year' },
  severity: 'error',
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九、五十条:上一年度的报告',
    en: 'Regulations on Open Government Information, art. 49 and 50: a report on the previous year',
  },
  check: (record) => [checkPeriod(record)],
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
    },
    failing: {
      about: { zh: '统计期限为2019年9月1日至2020年8月31日', en: 'The figures are of a school year' },
      form: '2019',
      year: 2020,
      evidence: {
        otherPeriod: { words: '2019年9月1日至2020年8月31日', from: '2019-09-01', to: '2020-08-31' },
      },
    },
  },
};

function checkDay({ year, publishedOn, evidence: { doubtfulPublication } }: CheckableRecord): RuleCheck {
  if (doubtfulPublication === undefined) {
    if (publishedOn !== null) return passed;
    return notApplicable({ zh: '没有写明发布日期。', en: 'No date of publication is given.' });
  }
  const { days, contradictsYear } = doubtfulPublication;
  const several = days.length > 1;
  const [day] = days;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    severity: contradictsYear ? 'error' : 'warning',
    message: several
      ? {
          zh: `所印发布日期不一致:${days.join('、')};发布日期记为不明。`,
          en: `Several dates of publication are printed: ${days.join(', ')}; it is not known which holds.`,
        }
      : {
          zh: `报告年度为${year},而所印发布日期为${day},早于该年度结束或晚于收到之日;发布日期记为不明。`,
          en: `The report is of ${year}, but the date of publication given is ${day}, before that year ended or after the document was received; the date is not known.`,
        },
  });
}

/** The day of publication is plain, after the end of the year and before the document was received; else it is not known. */
export const identityDay: Rule = {
  id: 'identity.day',
  title: { zh: '发布日期明确且可能', en: 'The date of publication is plain and possible' },
  severity: 'warning',
  source: { zh: '页面的发布日期与落款日期', en: "The page's date of publication and the one under the signature" },
  check: (record) => [checkDay(record)],
  examples: {
    passing: {
      about: { zh: '内江市2020年报告发布于2021-03-30', en: "Neijiang's report of 2020, published 30 March 2021" },
      form: '2019',
      year: 2020,
      publishedOn: '2021-03-30',
    },
    failing: {
      about: { zh: '2020年报告所印发布日期为2019-03-30', en: 'A report of 2020 dated 30 March 2019' },
      form: '2019',
      year: 2020,
      evidence: { doubtfulPublication: { days: ['2019-03-30'], contradictsYear: true } },
    },
  },
};
