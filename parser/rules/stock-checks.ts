import type { Bilingual } from '../../schema/bilingual.ts';
import type { CheckableRecord, RuleCheck } from './rule.ts';
import { notApplicable } from './rule-check.ts';
import { operandAt, viewTable } from './table-view.ts';

/** A row of table 二 with its cells in the wanted columns; all of them are numbers. */
export interface StockRow {
  readonly row: Bilingual;
  readonly cells: readonly string[];
  readonly values: readonly number[];
}

/** One check for each row of table 二 that has all these columns; not applicable where one of them has no number. */
export function stockChecks(
  record: CheckableRecord,
  columnKeys: readonly string[],
  check: (row: StockRow) => RuleCheck,
): RuleCheck[] {
  const view = viewTable(record, 'proactiveDisclosure');
  if (view === null) return [];
  return view.form.blocks.flatMap(({ columns, rows }) => {
    const wanted = columnKeys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
    if (wanted.length < columnKeys.length) return [];
    return rows.map((row) => {
      const operands = wanted.map((column) => operandAt(view, { row, column, name: column.name }));
      const values = operands.flatMap(({ cell }) => cell?.value ?? []);
      if (values.length < operands.length) {
        const { zh, en } = row.name;
        return notApplicable({ zh: `“${zh}”:没有数字可核对。`, en: `“${en}”: no figures to compare.` });
      }
      return check({ row: row.name, cells: operands.map(({ path }) => path), values });
    });
  });
}
