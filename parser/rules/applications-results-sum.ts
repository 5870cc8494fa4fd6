import type { FormRow } from '../../schema/forms/form.ts';
import { equalSums } from './equal-sums.ts';
import type { Rule } from './rule.ts';
import { columnsOf, inColumn, viewTable } from './table-view.ts';

const total = 'processed';
/** Row keys before a point: `other` is one row on form 2019, `other.*` three on form 2021. */
const results = ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'other'];

function isResult(row: FormRow): boolean {
  return results.includes(row.key.split('.')[0] ?? '');
}

/** The results of a column of table 三 add up to its (七)总计. */
export const applicationsResultsSum: Rule = {
  id: 'applications.results-sum',
  title: { zh: '各项办理结果之和等于(七)总计', en: 'The results add up to the number processed' },
  severity: 'error',
  source: { zh: '表三第三项(一)至(七)', en: 'Table 3, item 3, (1) to (7)' },
  forms: ['2019', '2021'],
  check: (record) => {
    const view = viewTable(record, 'applications');
    if (view === null) return [];
    return columnsOf(view).map((column) =>
      equalSums({
        where: { zh: `表三“${column.name.zh}”列`, en: `Table 3, column “${column.name.en}”` },
        left: inColumn(view, column, isResult),
        right: inColumn(view, column, (row) => row.key === total),
      }),
    );
  },
};
