import type { AcrossYearsRule } from './across-years-rule.ts';
import { tableSuccessions } from './successions.ts';

/** What one year carries forward the next has carried over, in each of the seven columns of table 三; the same on both forms. */
export const carriedForward: AcrossYearsRule = {
  id: 'across-years.carried-forward',
  title: {
    zh: '上年度报告的结转下年与本年度报告的上年结转一致',
    en: 'What is carried forward is carried over next year',
  },
  severity: 'warning',
  source: {
    zh: '表三第二项“上年结转政府信息公开申请数量”、第四项“结转下年度继续办理”',
    en: 'Table 3, items 2 and 4: carried over from last year, carried forward to next year',
  },
  needs: { tables: ['applications'] },
  check: (years) =>
    tableSuccessions(years, {
      ...{ key: 'applications', name: { zh: '表三', en: 'Table 3' } },
      where: ({ zh, en }) => ({ zh: `表三“${zh}”列`, en: `Table 3, column “${en}”` }),
    }),
  examples: {
    passing: {
      about: {
        zh: '清镇市2020年结转1件,次年上年结转1件',
        en: 'Qingzhen 2020 carries 1 forward, the year after carries 1 over',
      },
      before: {
        form: '2019',
        year: 2020,
        rows: {
          'applications.newlyReceived': [41, 0, 0, 0, 0, 0, 41],
          'applications.processed': [40, 0, 0, 0, 0, 0, 40],
          'applications.carriedForward': [1, 0, 0, 0, 0, 0, 1],
        },
      },
      after: { form: '2021', year: 2021, rows: { 'applications.carriedOver': [1, 0, 0, 0, 0, 0, 1] } },
    },
    failing: {
      about: { zh: '次年上年结转填0', en: 'The year after carries nothing over' },
      before: {
        form: '2019',
        year: 2020,
        rows: {
          'applications.newlyReceived': [41, 0, 0, 0, 0, 0, 41],
          'applications.processed': [40, 0, 0, 0, 0, 0, 40],
          'applications.carriedForward': [1, 0, 0, 0, 0, 0, 1],
        },
      },
      after: { form: '2021', year: 2021 },
    },
  },
};
