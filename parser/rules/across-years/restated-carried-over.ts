import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { AcrossYearsRule, TwoYears, YearCheck } from './across-years-rule.ts';
import { figureAt, statedFigure, tableOfYear, type YearFigure } from './across-years-rule.ts';
import { follows } from './successions.ts';

const openingKey = 'applications.carriedOver';
const closingKey = 'applications.carriedForward';
const closingRow = 'carriedForward';
const totalColumn = 'total';

const opening: Bilingual = { zh: '正文所述上年结转', en: 'carried over, as the text says,' };
const closing: Bilingual = { zh: '结转下年度', en: 'carried forward' };

/** What the earlier year carried forward: as its table prints it, else as its text says. */
function carriedForwardIn(record: TwoYears['before']): YearFigure | null {
  const table = tableOfYear(record, 'applications');
  if (table === null) return statedFigure(record, closingKey, closing);
  return figureAt(table, { row: closingRow, column: totalColumn, name: closing });
}

function check({ before, after }: TwoYears): readonly YearCheck[] {
  const result = statedFigure(after, openingKey, opening);
  const last = carriedForwardIn(before);
  if (result === null || last === null) return [];
  const where = { zh: '正文', en: 'Text' };
  return [follows({ where, terms: [{ sign: 1, figure: last }], result })];
}

/** Where the text of a year says how many applications came over from the year before, it says what that year carried forward. */
export const restatedCarriedOver: AcrossYearsRule = {
  id: 'across-years.restated-carried-over',
  title: { zh: '正文所述上年结转与上年度报告一致', en: 'The text carries over what last year carried forward' },
  severity: 'warning',
  source: { zh: '正文所述依申请公开情况', en: 'What the text says of applications' },
  check,
  examples: {
    passing: {
      about: {
        zh: '上年结转下年度1件,本年正文称上年结转1件',
        en: 'One was carried forward, and the text carries one over',
      },
      before: { form: '2019', year: 2020, rows: { 'applications.carriedForward': [1, 0, 0, 0, 0, 0, 1] } },
      after: { form: '2021', year: 2021, sections: { overview: '收到政府信息公开申请38件,上年结转1件。' } },
    },
    failing: {
      about: { zh: '本年正文称上年结转3件', en: 'The text carries three over' },
      before: { form: '2019', year: 2020, rows: { 'applications.carriedForward': [1, 0, 0, 0, 0, 0, 1] } },
      after: { form: '2021', year: 2021, sections: { overview: '收到政府信息公开申请38件,上年结转3件。' } },
    },
  },
};
