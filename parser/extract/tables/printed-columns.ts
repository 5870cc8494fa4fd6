import type { FormBlock, FormColumn } from '../../../schema/forms/form.ts';
import { comparableLabel } from '../../comparable-label.ts';
import { normalise } from '../../normalise.ts';
import { isSimilar } from '../../similarity.ts';
import type { Atom } from './atoms.ts';
import type { PrintedRow } from './printed-rows.ts';

/** A column that the document adds to the form's: its figures are no cell of the form. */
export const addedColumn = null;

/** The columns in the order their figures are printed, and the grid columns their headings stand in, null where unknown. */
export interface ColumnOrder {
  readonly columns: readonly (FormColumn | typeof addedColumn)[];
  readonly places: readonly number[] | null;
}

const sameHeading = 0.8;

/**
 * The columns of a block in print: the form's, unless the headings of a grid say that they are swapped, or that others
 * stand between them. Headings of copied text have no columns to go by; a grid that does not print every heading of the
 * form once, or two in one column, as boxes without merged cells do, says nothing. All are read in the form's order.
 */
export function printedColumns(block: FormBlock, rows: readonly PrintedRow[]): ColumnOrder {
  const headings = headingsOf(block, rows);
  const found = block.columns.map((column) => headings.filter((heading) => isHeading(heading, column)));
  const once = found.flatMap((atoms) => (atoms.length === 1 ? atoms : []));
  if (once.length < block.columns.length) return { columns: block.columns, places: null };
  const places = once.map((atom) => atom.grid?.column ?? 0);
  if (new Set(places).size < places.length) return { columns: block.columns, places: null };
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const leaves = headings
    .filter(
      (heading) =>
        isLeaf(heading, once) && columnOf(heading) >= first && columnOf(heading) <= last + added(block, rows),
    )
    .sort((left, right) => columnOf(left) - columnOf(right));
  return {
    columns: leaves.map((leaf) => block.columns.find((column) => isHeading(leaf, column)) ?? addedColumn),
    places: leaves.map(columnOf),
  };
}

/** Labels of the same grid above the block's first row of figures, back to the rows of the block before. */
function headingsOf(block: FormBlock, rows: readonly PrintedRow[]): Atom[] {
  const first = rows.find((row) => row.expected.block === block);
  const own = first?.label.grid ?? null;
  if (first === undefined || own === null) return [];
  return first.run.labels.filter((label) => label.grid?.table === own.table && label.grid.row < own.row);
}

/** How many places more than the form's columns the block's widest row has. */
function added(block: FormBlock, rows: readonly PrintedRow[]): number {
  const widths = rows.filter((row) => row.expected.block === block).map((row) => row.values.length);
  return Math.max(0, Math.max(0, ...widths) - block.columns.length);
}

function isHeading(atom: Atom, column: FormColumn): boolean {
  const text = normalise(atom.text);
  return column.labels.some((label) => isSimilar(comparableLabel(label), text, sameHeading));
}

/** A heading with no other heading below it: it spans one column, or stands as low as the form's own. */
function isLeaf(atom: Atom, leaves: readonly Atom[]): boolean {
  return leaves.includes(atom) || (atom.columnSpan === 1 && leaves.some((leaf) => leaf.grid?.row === atom.grid?.row));
}

function columnOf(atom: Atom): number {
  return atom.grid?.column ?? 0;
}
