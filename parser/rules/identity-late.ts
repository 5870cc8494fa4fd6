import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

/** Governments report by 31 March; so did departments until the Regulations of 2019, which give them until 31 January. */
const governmentsUntil = '03-31';
const departmentsUntil = '01-31';
const departmentsFrom = 2019;
const government = /人民政府$/u;

function deadline(name: string, year: number): string {
  const until = government.test(name) || year < departmentsFrom ? governmentsUntil : departmentsUntil;
  return `${year + 1}-${until}`;
}

function check({ agency, year, publishedOn, evidence }: CheckableRecord): RuleCheck {
  if (agency === null || year === null || publishedOn === null) {
    return notApplicable({ zh: '发布日期不明。', en: 'The date of publication is not known.' });
  }
  if (evidence.otherYears.length > 0) {
    return notApplicable({ zh: '报告年度有疑问。', en: 'It is in doubt which year the report is of.' });
  }
  const until = deadline(agency.name, year);
  if (publishedOn <= until) return passed;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `发布于${publishedOn},晚于期限${until};页面也可能是后来重新发布的。`,
      en: `Published on ${publishedOn}, after the deadline of ${until}; the page may have been published again.`,
    },
  });
}

/** Published in time, where the date is known. Only a hint: sites that move date their pages anew. */
export const identityLate: Rule = {
  id: 'identity.late',
  title: { zh: '按期发布', en: 'Published by the deadline' },
  severity: 'info',
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条(2008年施行的条例第三十一条)',
    en: 'Regulations on Open Government Information, art. 49 (art. 31 of those of 2008)',
  },
  forms: ['2008', '2019', '2021'],
  check: (record) => [check(record)],
  examples: {
    passing: {
      about: {
        zh: '内江市人民政府2020年报告发布于2021-03-30',
        en: "Neijiang's report of 2020, published 30 March 2021",
      },
      form: '2019',
      year: 2020,
      publishedOn: '2021-03-30',
    },
    failing: {
      about: { zh: '部门的报告发布于同一天', en: "A department's report published on the same day" },
      form: '2019',
      year: 2020,
      publishedOn: '2021-03-30',
      agency: { name: '内江市财政局', level: 'prefecture', divisionCode: '511000' },
    },
  },
};
