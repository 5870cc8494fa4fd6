import { type Deadline, deadlines, organKind } from '../../schema/law/vocabulary/deadlines.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { AgencyBasis } from '../../schema/record/evidence.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

/** Words that leave no doubt of who reports; a contact or a sender's hint may be of another organ. */
const certainBases: readonly (AgencyBasis | null)[] = ['title', 'announcement', 'signature'];
const certainYears: readonly string[] = ['title', 'period'];
/** A page dated later than this many years after the report's was most likely put up anew. */
const mostYears = 2;

/** The deadline of a report, and the day it was published; or why one of them is not certain. */
type Dates = { readonly day: string; readonly publishedOn: string; readonly deadline: Deadline } | Bilingual;

function dates({ agency, year, publishedOn, evidence }: CheckableRecord): Dates {
  if (agency === null || year === null || publishedOn === null || evidence.publishedOn !== 'document') {
    return { zh: '文件没有写明发布日期。', en: 'The document does not say when it was published.' };
  }
  if (evidence.otherYears.length > 0 || !certainYears.includes(evidence.year ?? '')) {
    return { zh: '报告年度有疑问。', en: 'It is in doubt which year the report is of.' };
  }
  const kind = agency.level === null || agency.level === 'township' ? null : organKind(agency.name);
  const deadline = deadlines.find(
    ({ organs, from, to }) => kind !== null && organs.includes(kind) && year >= from && year <= (to ?? year),
  );
  if (deadline === undefined || !certainBases.includes(evidence.agency)) {
    return { zh: '该机关的公布期限无法确定。', en: 'It is not certain which deadline the organ has.' };
  }
  if (Number(publishedOn.slice(0, 4)) > year + mostYears) {
    return { zh: '页面可能是后来重新发布的。', en: 'The page may have been published again.' };
  }
  return { day: `${year + 1}-${deadline.day}`, publishedOn, deadline };
}

function check(record: CheckableRecord): RuleCheck {
  const known = dates(record);
  if (!('day' in known)) return notApplicable(known);
  const { day, publishedOn, deadline } = known;
  if (publishedOn <= day) return passed;
  return failed({
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `所印发布日期为${publishedOn},期限为${day}(${deadline.source.zh});页面也可能是后来重新发布的。`,
      en: `The date printed is ${publishedOn}, the deadline ${day} (${deadline.source.en}); the page may have been published again.`,
    },
  });
}

/**
 * Published in time, where it is certain who reports, on which year, by which day, and the document itself says when; of
 * any other report nothing is said. Only a hint: sites that move date their pages anew.
 */
export const identityLate: Rule = {
  id: 'identity.late',
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
