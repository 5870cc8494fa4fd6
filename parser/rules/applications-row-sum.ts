import type { Rule } from './rule.ts';
import { sumChecks } from './sum-checks.ts';

/** The six kinds of applicant add up to 总计 in each row of table 三. */
export const applicationsRowSum: Rule = {
  id: 'applications.row-sum',
  title: { zh: '六类申请人之和等于总计', en: 'The six kinds of applicant add up to the total' },
  severity: 'error',
  source: { zh: '表三各行', en: 'Table 3, each row' },
  needs: { tables: ['applications'], relation: 'rowTotal' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'applications', relation: 'rowTotal' },
      where: (row) => ({ zh: `表三“${row.zh}”`, en: `Table 3, “${row.en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      rows: { 'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224] },
    },
    failing: {
      about: { zh: '同上,总计224误作242', en: 'The same with 242 for 224' },
      form: '2019',
      year: 2020,
      rows: { 'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 242] },
    },
  },
};
