import { rowTotals } from './row-totals.ts';
import type { Rule } from './rule.ts';

/** The four results add up to 总计 in each of the three groups of table 四. */
export const reviewSum: Rule = {
  id: 'review.sum',
  title: { zh: '四类结果之和等于总计', en: 'The four results add up to the total' },
  severity: 'error',
  source: { zh: '表四各组', en: 'Table 4, each group' },
  forms: ['2019', '2021'],
  check: (record) => rowTotals(record, 'reviewAndLitigation', { zh: '表四', en: 'Table 4' }),
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
