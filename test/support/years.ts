import type { FormId, TableKey } from '../../schema/law/forms/form.ts';
import { formById } from '../../schema/law/forms/forms.ts';
import type { Cell } from '../../schema/record/cell.ts';
import { ReportRecord } from '../../schema/record/report.ts';
import { buildRecord, numberCell } from './build-record.ts';

/** Printed figures by row path, `applications.carriedOver`, in the order of the form's columns; rows not given print zeros. */
export type PrintedRows = Readonly<Record<string, readonly (number | Cell)[]>>;

export interface YearWishes {
  readonly year: number;
  readonly form?: FormId;
  readonly rows?: PrintedRows;
  readonly change?: Partial<ReportRecord>;
}

/** A report of one year with every cell of its form. */
export function reportOfYear({ year, form = '2021', rows = {}, change = {} }: YearWishes): ReportRecord {
  const tables = formById(form).tables.map(({ key }) => [key, tableOf(key, form, rows)]);
  return ReportRecord.parse(buildRecord({ year, change: { form, tables: Object.fromEntries(tables), ...change } }));
}

function tableOf(key: TableKey, form: FormId, printed: PrintedRows) {
  const blocks = formById(form).tables.find((table) => table.key === key)?.blocks ?? [];
  const rows = blocks.flatMap(({ rows: formRows, columns }) =>
    formRows.map((row) => {
      const figures = printed[`${key}.${row.key}`] ?? [];
      return [row.key, Object.fromEntries(columns.map((column, at) => [column.key, cellOf(figures[at] ?? 0)]))];
    }),
  );
  return { form, ...Object.fromEntries(rows) };
}

function cellOf(figure: number | Cell): Cell {
  return typeof figure === 'number' ? numberCell(figure) : figure;
}
