import type { FormRow } from '../../../schema/forms/form.ts';
import type { AcrossYearsRule, TwoYears } from './across-years-rule.ts';
import { follows } from './follows.ts';
import { type TableOfYear, tableOfYear } from './table-of-year.ts';
import { notComparable, type YearCheck } from './year-check.ts';
import { figureAt } from './year-figure.ts';

const closing = 'carriedForward';
const opening = 'carriedOver';

function rowNamed({ form }: TableOfYear, key: string): FormRow | undefined {
  return form.blocks.flatMap(({ rows }) => rows).find((row) => row.key === key);
}

function checkColumns(before: TableOfYear, after: TableOfYear): YearCheck[] {
  const [from, to] = [rowNamed(before, closing), rowNamed(after, opening)];
  if (from === undefined || to === undefined) return [];
  return after.form.blocks.flatMap(({ columns }) =>
    columns.map((column) =>
      follows({
        where: { zh: `表三“${column.name.zh}”列`, en: `Table 3, column “${column.name.en}”` },
        terms: [{ sign: 1, figure: figureAt(before, { row: closing, column: column.key, name: from.name }) }],
        result: figureAt(after, { row: opening, column: column.key, name: to.name }),
      }),
    ),
  );
}

function check({ before, after }: TwoYears): readonly YearCheck[] {
  const [last, next] = [tableOfYear(before, 'applications'), tableOfYear(after, 'applications')];
  if (last !== null && next !== null) return checkColumns(last, next);
  if (last === null && next === null) return [];
  const year = last === null ? before.year : after.year;
  return [notComparable({ zh: `${year}年报告没有表三。`, en: `The report of ${year} has no table 3.` })];
}

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
  forms: ['2019', '2021'],
  check,
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
