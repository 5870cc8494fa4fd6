import type { Rule } from './rule.ts';
import { sumChecks } from './sum-checks.ts';

/** The results of a column of table 三 add up to its (七)总计. */
export const applicationsResultsSum: Rule = {
  id: 'applications.results-sum',
  title: { zh: '各项办理结果之和等于(七)总计', en: 'The results add up to the number processed' },
  severity: 'error',
  source: { zh: '表三第三项(一)至(七)', en: 'Table 3, item 3, (1) to (7)' },
  needs: { relation: 'resultsTotal' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'applications', relation: 'resultsTotal' },
      where: ({ zh, en }) => ({ zh: `表三“${zh}”列`, en: `Table 3, column “${en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '清镇市2020年', en: 'Qingzhen 2020' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.granted': [18, 0, 0, 0, 0, 0, 18],
        'applications.partlyGranted': [4, 0, 0, 0, 0, 0, 4],
        'applications.refused.securityAndStability': [1, 0, 0, 0, 0, 0, 1],
        'applications.unavailable.notHeld': [17, 0, 0, 0, 0, 0, 17],
        'applications.processed': [40, 0, 0, 0, 0, 0, 40],
      },
    },
    failing: {
      about: { zh: '同上,总计误作20', en: 'The same with a total of 20' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.granted': [18, 0, 0, 0, 0, 0, 18],
        'applications.partlyGranted': [4, 0, 0, 0, 0, 0, 4],
        'applications.refused.securityAndStability': [1, 0, 0, 0, 0, 0, 1],
        'applications.unavailable.notHeld': [17, 0, 0, 0, 0, 0, 17],
        'applications.processed': [20, 0, 0, 0, 0, 0, 40],
      },
    },
  },
};
