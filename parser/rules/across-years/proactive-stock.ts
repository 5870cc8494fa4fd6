import type { AcrossYearsRule } from './across-years-rule.ts';
import { tableSuccessions } from './successions.ts';

/** The stocks of table 二 follow from year to year; a change of form between the two years is said, not compared. */
export const proactiveStock: AcrossYearsRule = {
  id: 'across-years.proactive-stock',
  title: { zh: '表二的存量逐年衔接', en: 'The stocks of table 2 follow from year to year' },
  severity: 'warning',
  source: {
    zh: '2019年版表二:上一年项目数量、本年增/减;2021年版表二:制发、废止、现行有效件数',
    en: 'Table 2, form of 2019: last year’s items and change; form of 2021: issued, repealed and in force',
  },
  needs: { tables: ['proactiveDisclosure'] },
  check: (years) =>
    tableSuccessions(years, {
      ...{ key: 'proactiveDisclosure', name: { zh: '表二', en: 'Table 2' } },
      where: ({ zh, en }) => ({ zh: `表二“${zh}”`, en: `Table 2, “${en}”` }),
    }),
  examples: {
    passing: {
      about: {
        zh: '营口市2020年582项减224项,次年上一年项目数量358项',
        en: 'Yingkou 2020: 582 items less 224, and last year’s items are 358 the year after',
      },
      before: { form: '2019', year: 2020, rows: { 'proactiveDisclosure.licensing': [582, -224, 144222] } },
      after: { form: '2019', year: 2021, rows: { 'proactiveDisclosure.licensing': [358, 5, 150011] } },
    },
    failing: {
      about: {
        zh: '2021年版:上年现行有效40件,本年制发7件、废止3件,现行有效应为44件',
        en: 'Form of 2021: 40 in force, 7 issued and 3 repealed make 44',
      },
      before: { form: '2021', year: 2021, rows: { 'proactiveDisclosure.normativeDocuments': [5, 1, 40] } },
      after: { form: '2021', year: 2022, rows: { 'proactiveDisclosure.normativeDocuments': [7, 3, 40] } },
    },
  },
};
