import type { FormColumn, TableKey } from '../../schema/forms/form.ts';
import { equalSums } from './equal-sums.ts';
import type { CheckableRecord, RuleCheck } from './rule.ts';
import { inRow, rowsOf, viewTable } from './table-view.ts';

const total = 'total';

const isTotal = (column: FormColumn): boolean => column.key === total;

/** The columns of each row add up to its `total`; `tableName` is how the finding names the table. */
export function rowTotals(
  record: CheckableRecord,
  key: TableKey,
  tableName: { readonly zh: string; readonly en: string },
): RuleCheck[] {
  const view = viewTable(record, key);
  if (view === null) return [];
  return rowsOf(view).map((row) =>
    equalSums({
      where: { zh: `${tableName.zh}“${row.name.zh}”`, en: `${tableName.en}, “${row.name.en}”` },
      left: inRow(view, row, (column) => !isTotal(column)),
      right: inRow(view, row, isTotal),
    }),
  );
}
