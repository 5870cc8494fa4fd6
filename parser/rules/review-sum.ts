import type { Rule } from './rule.ts';
import { sumChecks } from './sum-checks.ts';

/** The four results add up to 总计 in each of the three groups of table 四. */
export const reviewSum: Rule = {
  id: 'review.sum',
  title: { zh: '四类结果之和等于总计', en: 'The four results add up to the total' },
  severity: 'error',
  source: { zh: '表四各组', en: 'Table 4, each group' },
  needs: { tables: ['reviewAndLitigation'], relation: 'rowTotal' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'reviewAndLitigation', relation: 'rowTotal' },
      where: (row) => ({ zh: `表四“${row.zh}”`, en: `Table 4, “${row.en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '营口市2020年', en: 'Yingkou 2020' },
      form: '2019',
      year: 2020,
      rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] },
    },
    failing: {
      about: { zh: '同上,总计填为0', en: 'The same with a total of 0' },
      form: '2019',
      year: 2020,
      rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 0] },
    },
  },
};
