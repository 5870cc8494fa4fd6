import type { Rule } from './rule.ts';
import { failed, passed } from './rule-check.ts';
import { stockChecks } from './stock-checks.ts';

/** What was newly disclosed this year is part of all that is in public (form of 2019). */
export const proactiveDisclosedInPublic: Rule = {
  id: 'proactive.disclosed-in-public',
  title: { zh: '本年新公开数量不大于对外公开总数量', en: 'Newly disclosed is no more than in public' },
  severity: 'warning',
  source: {
    zh: '2019年版格式表二:本年新公开数量、对外公开总数量',
    en: 'Form of 2019, table 2: newly disclosed and in public',
  },
  needs: { relation: 'disclosedInPublic' },
  check: (record) =>
    stockChecks(record, 'disclosedInPublic', ({ row, cells, values: [disclosed = 0, inPublic = 0] }) =>
      disclosed <= inPublic
        ? passed
        : failed({
            cells,
            expected: inPublic,
            actual: disclosed,
            message: {
              zh: `“${row.zh}”本年新公开 ${disclosed},多于对外公开总数 ${inPublic}。`,
              en: `“${row.en}”: ${disclosed} newly disclosed this year, but only ${inPublic} in public.`,
            },
          }),
    ),
  examples: {
    passing: {
      about: { zh: '营口市2020年', en: 'Yingkou 2020' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.normativeDocuments': [185, 184, 184] },
    },
    failing: {
      about: { zh: '内江市2020年,总数542误作54', en: 'Neijiang 2020 with the total of 542 misprinted as 54' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.normativeDocuments': [56, 56, 54] },
    },
  },
};
