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

const rowsOfForms = new Map<string, ReadonlyMap<string, RowOfForm>>();

function rowsOfForm(form: FormId, key: TableKey): ReadonlyMap<string, RowOfForm> {
  const name = `${form} ${key}`;
  const known = rowsOfForms.get(name);
  if (known !== undefined) return known;
  const blocks = formById(form).tables.find((table) => table.key === key)?.blocks ?? [];
  const rows = new Map(
    blocks.flatMap(({ rows, columns }) => rows.map((row): [string, RowOfForm] => [row.key, { row, columns }])),
  );
  rowsOfForms.set(name, rows);
  return rows;
}

const own = <T>(values: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** Every row the record has, in the order of the form it follows. */
export function tableRows(node: TableNode): RowNode[] {
  const { form, ...rows } = node.table;
  const keys = new Set([...rowsOfForm(form, node.key).keys(), ...Object.keys(rows)]);
  return [...keys].flatMap((key) => tableRow(node, key) ?? []);
}

/** One row; null where the record has none of this key. */
export function tableRow(node: TableNode, key: string): RowNode | null {
  const cells = printedRow(node.table, key);
  if (cells === undefined) return null;
  const ofForm = rowsOfForm(node.table.form, node.key).get(key);
  const columns = new Set([...(ofForm?.columns ?? []).map((column) => column.key), ...Object.keys(cells)]);
  return {
    key,
    name: ofForm?.row.name ?? { zh: key, en: key },
    cells: [...columns].flatMap((column) => tableCell(node, key, column) ?? []),
  };
}

/** One cell; null where the record has none at this row and column. */
export function tableCell(node: TableNode, row: string, column: string): CellNode | null {
  const cell = own(printedRow(node.table, row) ?? {}, column);
  if (cell === undefined) return null;
  const path = `${node.key}.${row}.${column}`;
  const columns = rowsOfForm(node.table.form, node.key).get(row)?.columns;
  const unit = columns?.find(({ key }) => key === column)?.unit ?? null;
  return { ...cell, path, row, column, unit, findings: findingsOfCell(node.record, path) };
}

function printedRow(table: StatutoryTable, key: string): TableRow | undefined {
  const row = own(table, key);
  return typeof row === 'string' ? undefined : row;
}
