import { lateRule, timelinessOf } from '../../schema/record/calendar.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule.ts';

function check(record: CheckableRecord): RuleCheck {
  const known = timelinessOf(record);
  if (known.timing === 'dateUnknown') return notApplicable(known.why);
  if (known.timing === 'inTime') return passed;
  const { publishedOn, deadline } = known;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `所印发布日期为${publishedOn},期限为${deadline.day}(${deadline.source.zh});页面也可能是后来重新发布的。`,
      en: `The date printed is ${publishedOn}, the deadline ${deadline.day} (${deadline.source.en}); the page may have been published again.`,
    },
  });
}

/**
 * Published in time, where it is certain who reports, on which year, by which day, and the document itself says when; of
 * any other report nothing is said. Only a hint: sites that move date their pages anew.
 */
export const identityLate: Rule = {
  id: lateRule,
  title: { zh: '按期发布', en: 'Published by the deadline' },
  severity: 'info',
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条(2008年施行的条例第三十一条)',
    en: 'Regulations on Open Government Information, art. 49 (art. 31 of those of 2008)',
  },
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
