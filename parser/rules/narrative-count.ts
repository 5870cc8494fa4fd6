import { anyTable } from '../../schema/law/forms/needs.ts';
import { countVerdicts } from './count-verdicts.ts';
import type { Rule } from './rule.ts';
import { checkOf } from './verdict.ts';

/** A figure that sentences state and a table prints is the same in both, by one of the readings of its words. */
export const narrativeCount: Rule = {
  id: 'narrative.count',
  title: { zh: '正文所述件数与表格一致', en: 'Counts in the text agree with the tables' },
  severity: 'warning',
  source: { zh: '正文与表二至表四', en: 'Text and tables 2 to 4' },
  needs: anyTable,
  check: (record) => countVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: {
        zh: '内江市2020年:“受理并办结234件”含上年结转10件',
        en: 'Neijiang 2020: the 234 accepted and closed include 10 carried over',
      },
      form: '2019',
      year: 2020,
      sections: { overview: '全市政府系统各级行政机关共受理并办结政府信息公开申请234件。' },
      rows: {
        'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
        'applications.carriedOver': [10, 0, 0, 0, 0, 0, 10],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
    failing: {
      about: { zh: '正文为17件,表三为95件', en: '17 in the text, 95 in table 3' },
      form: '2021',
      sections: { overview: '2021年共收到政府信息公开申请17件。' },
      rows: {
        'applications.newlyReceived': [95, 0, 0, 0, 0, 0, 95],
        'applications.processed': [95, 0, 0, 0, 0, 0, 95],
      },
    },
  },
};
