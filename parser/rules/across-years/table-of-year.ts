import type { TableKey } from '../../../schema/law/forms/form.ts';
import { type Scope, tableScope } from '../../../schema/record/scope.ts';
import type { CheckableRecord } from '../rule.ts';
import { type TableView, viewTable } from '../table-view.ts';

/** A statutory table of one year, beside the table of the form it follows. */
export interface TableOfYear extends TableView {
  readonly year: number;
  readonly scope: Scope;
}

/** Null where the record has no such table. */
export function tableOfYear(
  record: Pick<CheckableRecord, 'year' | 'tables' | 'editions' | 'scopes'>,
  key: TableKey,
): TableOfYear | null {
  const view = viewTable(record, key);
  return record.year === null || view === null ? null : { year: record.year, scope: tableScope(record, key), ...view };
}
