import { changeVerdicts } from './change-verdicts.ts';
import type { Rule } from './rule.ts';
import { checkOf } from './verdict.ts';

/**
 * A stated change (同比增长12%) follows from the figures that the sentence gives for both years; where it gives this
 * year's alone, some whole number of last year must make it (an info). What last year's report says is another rule's.
 */
export const narrativeChange: Rule = {
  id: 'narrative.change',
  title: { zh: '正文所述增减与数字相符', en: 'Changes in the text follow from the figures' },
  severity: 'warning',
  source: { zh: '正文', en: 'Text' },
  check: (record) => changeVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: { zh: '224件比上年增加24件,增长12%', en: '224 are 24 more than last year, 12%' },
      form: '2021',
      sections: { overview: '收到政府信息公开申请224件,比上年增加24件,增长12%。' },
      rows: { 'applications.newlyReceived': [224, 0, 0, 0, 0, 0, 224] },
    },
    failing: {
      about: { zh: '同上,误作21%', en: 'The same with 21%' },
      form: '2021',
      sections: { overview: '收到政府信息公开申请224件,比上年增加24件,增长21%。' },
      rows: { 'applications.newlyReceived': [224, 0, 0, 0, 0, 0, 224] },
    },
  },
};
