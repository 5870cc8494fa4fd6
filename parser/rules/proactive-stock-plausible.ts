import type { Rule } from './rule.ts';
import { failed, passed } from './rule-check.ts';
import { stockChecks } from './stock-checks.ts';

/**
 * Documents issued this year are in force or were repealed (form of 2021): with fewer, last year would have closed with
 * a stock below zero. A warning: some lapse without being repealed.
 */
export const proactiveStockPlausible: Rule = {
  id: 'proactive.stock-plausible',
  title: {
    zh: '本年制发件数不大于现行有效与本年废止件数之和',
    en: 'Issued is no more than in force and repealed together',
  },
  severity: 'warning',
  source: {
    zh: '2021年版格式表二:本年制发件数、本年废止件数、现行有效件数',
    en: 'Form of 2021, table 2: issued, repealed, in force',
  },
  needs: { relation: 'issuedInForce' },
  check: (record) =>
    stockChecks(record, 'issuedInForce', ({ row, cells, values: [issued = 0, repealed = 0, inForce = 0] }) =>
      issued <= inForce + repealed
        ? passed
        : failed({
            cells,
            expected: inForce + repealed,
            actual: issued,
            message: {
              zh: `“${row.zh}”本年制发 ${issued},多于现行有效 ${inForce} 与本年废止 ${repealed} 之和。`,
              en: `“${row.en}”: ${issued} issued this year, but ${inForce} in force and ${repealed} repealed.`,
            },
          }),
    ),
  examples: {
    passing: {
      about: { zh: '本年制发5件,废止12件,现行有效8件', en: '5 issued, 12 repealed, 8 in force' },
      form: '2021',
      rows: { 'proactiveDisclosure.normativeDocuments': [5, 12, 8] },
    },
    failing: {
      about: { zh: '本年制发56件,现行有效只有5件', en: '56 issued but only 5 in force' },
      form: '2021',
      rows: { 'proactiveDisclosure.normativeDocuments': [56, 0, 5] },
    },
  },
};
