import type { Rule } from './rule.ts';
import { sumChecks } from './sum-checks.ts';

/** What came in equals what was processed or goes on, in each column of table 三; printed on the form itself. */
export const applicationsColumnBalance: Rule = {
  id: 'applications.column-balance',
  title: {
    zh: '新收与上年结转之和等于办理结果总计与结转下年之和',
    en: 'Newly received and carried over equal processed and carried forward',
  },
  severity: 'error',
  source: {
    zh: '表三:本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和',
    en: 'Table 3: item 1 plus item 2 equals item 3 plus item 4 in each column',
  },
  needs: { relation: 'columnBalance' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'applications', relation: 'columnBalance' },
      where: ({ zh, en }) => ({ zh: `表三“${zh}”列`, en: `Table 3, column “${en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
        'applications.carriedOver': [10, 0, 0, 0, 0, 0, 10],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
    failing: {
      about: { zh: '清镇市2020年,结转1件误作0件', en: 'Qingzhen 2020 with the 1 carried forward misprinted as 0' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.newlyReceived': [41, 0, 0, 0, 0, 0, 41],
        'applications.processed': [40, 0, 0, 0, 0, 0, 40],
        'applications.carriedForward': [1, 0, 0, 0, 0, 0, 0],
      },
    },
  },
};
