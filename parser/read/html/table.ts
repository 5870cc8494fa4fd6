import type { Table, TableCell } from '../document.ts';
import { type CellView, cellText } from './cell-text.ts';
import { attribute, type Element } from './nodes.ts';
import type { SelectorMaker } from './selector.ts';
import type { MarkedRow } from './table-rows.ts';

/** Spans beyond these are damage: no form of this kind is wider or longer. */
const widestSpan = 100;
const longestSpan = 1000;
/** Columns among which places are kept for spans from above. */
const mostColumns = 300;

/** How a table is read: what of it is seen, and where it stands. */
export interface TableView extends CellView {
  readonly selectors: SelectorMaker | null;
  readonly placeOf: (element: Element) => { readonly line: number; readonly offset: number };
}

/** Rows as a grid: each cell once, at its first row and column, beside the places that spans above it occupy. */
export function readTable(rows: readonly MarkedRow[], number: number, view: TableView): Table {
  const occupied: number[] = [];
  const first = rows[0]?.element;
  const place = first === undefined ? { line: 1, offset: 0 } : view.placeOf(first);
  return {
    kind: 'table',
    number,
    rows: rows.map((row, index) => readRow(row, { index, rows: rows.length, occupied, view })),
    ...place,
  };
}

interface RowPlace {
  readonly index: number;
  readonly rows: number;
  /** For each column the row, from 0, at which the spans above it end. */
  readonly occupied: number[];
  readonly view: TableView;
}

function readRow({ element, cells }: MarkedRow, { index, rows, occupied, view }: RowPlace): TableCell[] {
  view.selectors?.selectorOf(element);
  let column = 0;
  return cells.map((cell) => {
    while (column < mostColumns && (occupied[column] ?? 0) > index) column += 1;
    const rowSpan = Math.min(span(cell, 'rowspan', longestSpan), rows - index);
    const columnSpan = span(cell, 'colspan', widestSpan);
    for (let across = column; across < Math.min(column + columnSpan, mostColumns); across += 1) {
      occupied[across] = index + rowSpan;
    }
    const place = { row: index + 1, column: column + 1, rowSpan, columnSpan };
    column += columnSpan;
    const selector = view.selectors?.selectorOf(cell) ?? null;
    const at = selector === null ? {} : { at: { selector } };
    return { text: cellText(cell, view), ...place, ...view.placeOf(cell), ...at };
  });
}

function span(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most);
}
