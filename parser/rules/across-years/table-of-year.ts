import type { FormTable, TableKey } from '../../../schema/forms/form.ts';
import { formById } from '../../../schema/forms/forms.ts';
import type { StatutoryTable } from '../../../schema/report.ts';
import type { RecordParts } from '../rule.ts';

/** A statutory table of one year, beside the table of the form it follows. */
export interface TableOfYear {
  readonly year: number;
  readonly key: TableKey;
  readonly form: FormTable;
  readonly table: StatutoryTable;
}

/** Null where the record has no such table. */
export function tableOfYear({ year, tables }: RecordParts, key: TableKey): TableOfYear | null {
  const table = tables[key];
  const form = table && formById(table.form).tables.find((candidate) => candidate.key === key);
  return year === null || table === undefined || form === undefined ? null : { year, key, form, table };
}
