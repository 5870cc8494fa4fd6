import type { FormColumn } from '../../schema/law/forms/form.ts';
import type { Cell, Place } from '../../schema/record/cell.ts';
import type { TableRow } from '../../schema/record/report.ts';
import { readFigure } from '../wording/figure.ts';
import { tidy } from '../wording/normalise.ts';
import type { Atom } from './atoms.ts';
import { addedColumn, type ColumnOrder } from './printed-columns.ts';
import type { PrintedPlaces } from './runs.ts';

/** Where a row stands on the form: the place of its cells in copied text, which has no grid. */
interface FormPlace {
  readonly table: number;
  readonly row: number;
}

export interface RowValues {
  readonly order: ColumnOrder;
  readonly values: readonly Atom[];
  /** The label's last atom: the place of a row that prints nothing. */
  readonly label: Atom;
  readonly place: FormPlace;
  /** Money units that the columns' headings name, by column key. */
  readonly headerUnits: ReadonlyMap<string, string>;
}

/**
 * The cells of one row. As many values as columns are placed in order. Any other number cannot be placed without guessing,
 * and none at all is a row whose figures were not seen, never one of blanks: every cell of the row is unreadable, with all
 * that is printed as its raw text.
 */
export function rowCells({ order, values, label, place, headerUnits }: RowValues): TableRow {
  const { columns } = order;
  const fitted = fittedValues(values, order);
  if (order.isKnown && fitted.length === columns.length) {
    return cellsByKey(columns, (column, index) =>
      readCell(fitted[index] ?? label, column, { place, index, headerUnits }),
    );
  }
  const raw = fitted.map((value) => tidy(value.text)).join(' ');
  return cellsByKey(columns, (_, index) => ({
    value: null,
    raw,
    state: 'unreadable',
    place: placeOf(values[0] ?? label, place, index),
  }));
}

/** The values that cells of the row are read from; those of columns that are not the form's, and beyond its columns, are not. */
export function placedValues(values: readonly Atom[], order: ColumnOrder): readonly Atom[] {
  if (oncePrinted(values, order) !== null) return values;
  const fitted = fittedValues(values, order);
  return fitted.length === order.columns.length
    ? fitted.filter((_, index) => order.columns[index] !== addedColumn)
    : fitted;
}

/** What is printed in the places of the form's columns, in their order; nothing where that order is not known. */
export function printedPlaces(values: readonly Atom[], order: ColumnOrder, cells: readonly string[]): PrintedPlaces[] {
  if (!order.isKnown) return [];
  const fitted = fittedValues(values, order);
  if (fitted.length !== order.columns.length) return [{ cells, values: fitted }];
  return [{ cells, values: fitted.filter((_, index) => order.columns[index] !== addedColumn) }];
}

/** As many values as columns, where that can be had without guessing. */
function fittedValues(values: readonly Atom[], order: ColumnOrder): readonly Atom[] {
  return oncePrinted(values, order) ?? underHeadings(values, order) ?? fitBlanks(values, order);
}

/** Figures that are repeated as often as their headings, each once. */
function oncePrinted(values: readonly Atom[], { columns, repeats }: ColumnOrder): readonly Atom[] | null {
  if (repeats < 2 || values.length !== repeats * columns.length) return null;
  const firsts = values.filter((_, index) => index % repeats === 0);
  return values.every((value, index) => value.text === firsts[Math.floor(index / repeats)]?.text) ? firsts : null;
}

/** More places than columns: those under the headings, where the grid shows them. */
function underHeadings(values: readonly Atom[], { columns, places }: ColumnOrder): readonly Atom[] | null {
  if (places === null || values.length <= columns.length) return null;
  const found = places.flatMap((column) => values.find((value) => value.grid?.column === column) ?? []);
  return found.length === columns.length ? found : null;
}

/**
 * Blanks beyond the columns are edges of the grid, first where the other rows show an edge; where they disagree or there is no other, a row
 * with blanks at both ends does not fit, nor one with a blank before a figure that is printed twice. A blank merged over columns is each one's.
 */
function fitBlanks(values: readonly Atom[], { columns, blankEdge }: ColumnOrder): readonly Atom[] {
  const width = columns.length;
  if (values.every((value) => value.kind === 'blank')) {
    const seen = values.flatMap((value) => Array.from({ length: Math.min(value.columnSpan, width) }, () => value));
    return seen.length >= width ? seen.slice(0, width) : [];
  }
  const [last, before] = [values.at(-1), values.at(-2)];
  const isTwice = values.length > width && last?.text === before?.text;
  if (blankEdge === null && values[0]?.kind === 'blank' && (last?.kind === 'blank' || isTwice)) return values;
  const [first, then] = blankEdge === 'start' ? [withoutStart, withoutEnd] : [withoutEnd, withoutStart];
  return then(first(values, width), width);
}

/** Without leading blanks, as long as there are more values than columns. */
function withoutStart(values: readonly Atom[], width: number): readonly Atom[] {
  return values.length > width && values[0]?.kind === 'blank' ? withoutStart(values.slice(1), width) : values;
}

/** Without blanks at the end, as long as there are more values than columns. */
function withoutEnd(values: readonly Atom[], width: number): readonly Atom[] {
  return values.length > width && values.at(-1)?.kind === 'blank' ? withoutEnd(values.slice(0, -1), width) : values;
}

function cellsByKey(columns: ColumnOrder['columns'], cell: (column: FormColumn, index: number) => Cell): TableRow {
  return Object.fromEntries(
    columns.flatMap((column, index) => (column === addedColumn ? [] : [[column.key, cell(column, index)]])),
  );
}

interface CellContext {
  readonly place: FormPlace;
  readonly index: number;
  readonly headerUnits: ReadonlyMap<string, string>;
}

function readCell(atom: Atom, column: FormColumn, { place, index, headerUnits }: CellContext): Cell {
  const { state, value } = readFigure(atom.text, column.kind, headerUnits.get(column.key) ?? null);
  return { value, raw: tidy(atom.text), state, place: placeOf(atom, place, index) };
}

function placeOf(atom: Atom, place: FormPlace, index: number): Place {
  const grid = atom.grid ?? { ...place, column: index + 1 };
  return { ...grid, line: atom.line, offset: atom.offset };
}
