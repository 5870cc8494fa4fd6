import type { Bilingual } from '../bilingual.ts';
import type { Cell } from '../cell.ts';
import type { Finding } from '../finding.ts';
import type { FormColumn, FormId, FormRow, TableKey } from '../forms/form.ts';
import { formById } from '../forms/forms.ts';
import type { ReportRecord, StatutoryTable, TableRow } from '../report.ts';
import { findingsOfCell } from './findings-by-cell.ts';

/** A cell with where it stands in the form and the findings that name it. */
export interface CellNode extends Cell {
  /** `applications.processed.total`: as findings name it. */
  readonly path: string;
  readonly row: string;
  readonly column: string;
  readonly unit: string | null;
  readonly findings: readonly Finding[];
}

export interface RowNode {
  readonly key: string;
  readonly name: Bilingual;
  readonly cells: readonly CellNode[];
}

/** One statutory table of a record. */
export interface TableNode {
  readonly record: ReportRecord;
  readonly key: TableKey;
  readonly table: StatutoryTable;
}

interface RowOfForm {
  readonly row: FormRow;
  readonly columns: readonly FormColumn[];
}

const rowsOfForms = new Map<FormId, Map<TableKey, ReadonlyMap<string, RowOfForm>>>();

function rowsOfForm(form: FormId, key: TableKey): ReadonlyMap<string, RowOfForm> {
  const ofForm = rowsOfForms.get(form) ?? new Map<TableKey, ReadonlyMap<string, RowOfForm>>();
  rowsOfForms.set(form, ofForm);
  const known = ofForm.get(key);
  if (known !== undefined) return known;
  const blocks = formById(form).tables.find((table) => table.key === key)?.blocks ?? [];
  const rows = new Map(
    blocks.flatMap(({ rows, columns }) => rows.map((row): [string, RowOfForm] => [row.key, { row, columns }])),
  );
  ofForm.set(key, rows);
  return rows;
}

const own = <T>(values: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** Every row the record has, in the order of the form it follows. */
export function tableRows(node: TableNode): RowNode[] {
  const { form, ...rows } = node.table;
  const ofForm = rowsOfForm(form, node.key);
  const rest = Object.keys(rows).filter((key) => !ofForm.has(key));
  return [...ofForm.keys(), ...rest].flatMap((key) => tableRow(node, key) ?? []);
}

/** One row; null where the record has none of this key. */
export function tableRow(node: TableNode, key: string): RowNode | null {
  const cells = printedRow(node.table, key);
  if (cells === undefined) return null;
  const ofForm = rowsOfForm(node.table.form, node.key).get(key);
  const named: readonly ColumnOfForm[] = ofForm?.columns ?? [];
  const rest = Object.keys(cells).filter((column) => !named.some((each) => each.key === column));
  return {
    key,
    name: ofForm?.row.name ?? { zh: key, en: key },
    cells: [...named, ...rest.map((column) => ({ key: column, unit: null }))].flatMap((column) => {
      const cell = own(cells, column.key);
      return cell === undefined ? [] : [cellNode(node, key, column, cell)];
    }),
  };
}

/** One cell; null where the record has none at this row and column. */
export function tableCell(node: TableNode, row: string, column: string): CellNode | null {
  const cell = own(printedRow(node.table, row) ?? {}, column);
  if (cell === undefined) return null;
  const columns = rowsOfForm(node.table.form, node.key).get(row)?.columns;
  return cellNode(node, row, columns?.find(({ key }) => key === column) ?? { key: column, unit: null }, cell);
}

type ColumnOfForm = Pick<FormColumn, 'key'> & { readonly unit: string | null };

function cellNode(node: TableNode, row: string, { key: column, unit }: ColumnOfForm, cell: Cell): CellNode {
  const { value, raw, state, place } = cell;
  const path = `${node.key}.${row}.${column}`;
  return { value, raw, state, place, path, row, column, unit, findings: findingsOfCell(node.record, path) };
}

function printedRow(table: StatutoryTable, key: string): TableRow | undefined {
  const row = own(table, key);
  return typeof row === 'string' ? undefined : row;
}
