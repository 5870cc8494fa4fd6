import { TableKey } from '../law/forms/form.ts';
import type { Cell } from './cell.ts';
import type { StatutoryTable, TableRow, Tables } from './report.ts';

/** The rows of a statutory table by key, without the note of its form. */
function tableRows({ form: _, ...rows }: StatutoryTable): [string, TableRow][] {
  return Object.entries(rows);
}

/** Every cell of a record's tables with its path, `applications.granted.total`, in the form's order. */
export function tableCells(tables: Tables): [string, Cell][] {
  return TableKey.options.flatMap((key) => {
    const table = tables[key];
    if (table === undefined) return [];
    return tableRows(table).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, cell]): [string, Cell] => [`${key}.${row}.${column}`, cell]),
    );
  });
}
