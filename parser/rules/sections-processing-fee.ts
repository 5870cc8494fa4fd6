import { nothingToSay, processingFeeWords } from '../../schema/law/vocabulary/statutory-wording.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

const section = 'other';
/** The fees exist since 国办函〔2020〕109号; the form of 2019 has the same sections and asks for none. */
const processingFeesSince = 2021;

function check({ sections }: CheckableRecord): RuleCheck {
  if (sections.some(({ text }) => processingFeeWords.some((word) => text.includes(word)))) return passed;
  const other = sections.find(({ key }) => key === section);
  if (other === undefined || !nothingToSay.test(other.text.trim())) {
    return notApplicable({ zh: '第六部分另有内容。', en: 'Section 6 is missing or says something else.' });
  }
  return failed({
    cells: [`sections.${section}`],
    expected: null,
    actual: null,
    message: {
      zh: '全文没有说明收取信息处理费的情况。',
      en: 'Nothing is said of information processing fees.',
    },
  });
}

/** A report of 2021 or later says whether information processing fees were collected; a section 六 of 无 does not. */
export const sectionsProcessingFee: Rule = {
  id: 'sections.processing-fee',
  title: { zh: '说明了收取信息处理费的情况', en: 'The report accounts for information processing fees' },
  severity: 'info',
  source: {
    zh: '国办公开办函〔2021〕30号所附格式“其他需要报告的事项”;国办函〔2020〕109号',
    en: 'Form issued with Guobangongkaibanhan [2021] No. 30, other matters; Guobanhan [2020] No. 109',
  },
  needs: { prescribedSections: true, since: processingFeesSince },
  check: (record) => [check(record)],
  examples: {
    passing: {
      about: { zh: '第六部分说明了信息处理费', en: 'Section 6 speaks of processing fees' },
      form: '2021',
      sections: { other: '2021年未向申请人收取信息处理费。' },
    },
    failing: {
      about: { zh: '第六部分只写“无”', en: 'Section 6 says only: none' },
      form: '2021',
      sections: { other: '无。' },
    },
  },
};
