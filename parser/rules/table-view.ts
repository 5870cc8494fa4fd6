import type { Form, FormColumn, FormId, FormRow, FormTable, TableKey } from '../../schema/law/forms/form.ts';
import { type FormCell, type PlacedRelation, placedRelations } from '../../schema/law/forms/placed-relations.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { StatutoryTable } from '../../schema/record/report.ts';
import type { CheckableRecord } from './rule.ts';

/** A cell in a relation: its record path, how to name it to a reader, and what was read; undefined where it is not in the record. */
export interface Operand {
  readonly path: string;
  readonly name: Bilingual;
  readonly cell: Cell | undefined;
}

/** Nothing is printed there, or a mark such as `/`: it counts as 0 in a sum only if the sum then agrees. */
export function isBlank({ cell }: Operand): boolean {
  return cell?.state === 'blank' || cell?.state === 'notApplicable';
}

/** Not in the record, or something that could not be read stands there: no relation can be evaluated with it. */
export function isUnknown({ cell }: Operand): boolean {
  return cell === undefined || cell.state === 'unreadable';
}

export function sum(operands: readonly Operand[]): number {
  return operands.reduce((total, { cell }) => total + (cell?.value ?? 0), 0);
}

/** A table of the record beside the table of the form it follows, so that rules walk the form and never name its rows one by one. */
export interface TableView {
  readonly key: TableKey;
  readonly form: FormTable;
  readonly table: StatutoryTable;
}

/** The edition of the form that a record, or one of its tables, follows; null where it follows none. */
export function editionOf({ editions }: Pick<CheckableRecord, 'editions'>, id: FormId | null | undefined): Form | null {
  return editions.find((edition) => edition.id === id) ?? null;
}

/** Null where the record has no such table, or its form none. */
export function viewTable(record: Pick<CheckableRecord, 'tables' | 'editions'>, key: TableKey): TableView | null {
  const table = record.tables[key];
  const form = editionOf(record, table?.form)?.tables.find((candidate) => candidate.key === key);
  return table === undefined || form === undefined ? null : { key, form, table };
}

export function rowsOf(view: TableView): readonly FormRow[] {
  return view.form.blocks.flatMap((block) => block.rows);
}

/** Columns of a table with one block, as tables 三 and 四 are; of table 二 those of every block. */
export function columnsOf(view: TableView): readonly FormColumn[] {
  return view.form.blocks.flatMap((block) => block.columns);
}

interface Coordinates {
  readonly row: FormRow;
  readonly column: FormColumn;
  /** The name that tells it from the other operands of its relation: the row's in a column, the column's in a row. */
  readonly name: Bilingual;
}

export function operandAt({ key, table }: TableView, { row, column, name }: Coordinates): Operand {
  return { path: `${key}.${row.key}.${column.key}`, name, cell: table[row.key]?.[column.key] };
}

/** Operands of one row, named by their columns, for the columns that `wanted` picks. */
export function inRow(view: TableView, row: FormRow, wanted: (column: FormColumn) => boolean): Operand[] {
  return columnsOf(view)
    .filter(wanted)
    .map((column) => operandAt(view, { row, column, name: column.name }));
}

/** A relation of the form at one place of a record's table, with what is printed there. */
export interface RelatedOperands {
  readonly relation: PlacedRelation;
  readonly sum: readonly Operand[];
  readonly to: readonly Operand[];
}

/** Every relation of a table's form, in the order of the form; operands in a column are named by their rows, else by their columns. */
export function relationsIn(view: TableView): RelatedOperands[] {
  return placedRelations(view.form).map((relation) => {
    const operand = (cell: FormCell) =>
      operandAt(view, { ...cell, name: relation.between === 'rows' ? cell.row.name : cell.column.name });
    return { relation, sum: relation.sum.map(operand), to: relation.to.map(operand) };
  });
}
