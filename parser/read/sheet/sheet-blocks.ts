import { isNumberedLabel, numberedOpening } from '../../numbered-labels.ts';
import type { Flow, FlowCell } from '../flow.ts';
import type { SheetRow } from './read-sheet.ts';

const sentenceEnd = /[。；！？]/;

/**
 * Adds a sheet: rows that stand alone are lines of text, and what stands between them is a table. Whole reports are
 * laid out on one sheet, with their title and headings in cells merged over its width.
 */
export function addSheet(flow: Flow, rows: readonly SheetRow[]): void {
  const width = widest(rows);
  let table: SheetRow[] = [];
  const endTable = () => {
    addTable(flow, table);
    table = [];
  };
  for (const row of rows) {
    const printed = row.cells.filter(prints);
    const only = printed.length === 1 ? printed[0] : undefined;
    if (only !== undefined && standsAlone(row, only, width)) {
      endTable();
      flow.addText(only.text);
    } else if (printed.length > 0 || row.isCovered) table.push(row);
    else endTable();
  }
  endTable();
}

/** Rows of which none has two cells are a list. */
function addTable(flow: Flow, rows: readonly SheetRow[]): void {
  const printed = rows.flatMap(({ cells }) => cells.filter(prints));
  if (rows.every(({ cells }) => cells.filter(prints).length < 2)) {
    for (const cell of printed) flow.addText(cell.text);
    return;
  }
  const left = printed.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const right = widest(rows);
  flow.addTable(rows.map(({ cells }) => within(cells, left, right)));
}

/** The cells of a table's columns, counted from its first; blank cells drawn beside the table are none of it. */
function within(cells: readonly FlowCell[], left: number, right: number): FlowCell[] {
  return cells
    .filter(({ column }) => column >= left && column <= right)
    .map((cell) => ({ ...cell, column: cell.column - left + 1 }));
}

function standsAlone({ cells, isCovered }: SheetRow, only: FlowCell, width: number): boolean {
  if (isCovered || only.rowSpan > 1) return false;
  if (cells.length === 1 || only.columnSpan >= width || sentenceEnd.test(only.text)) return true;
  return numberedOpening.test(only.text) && !isNumberedLabel(only.text);
}

function prints({ text }: FlowCell): boolean {
  return text.trim() !== '';
}

/** The last column that anything is printed in. */
function widest(rows: readonly SheetRow[]): number {
  const ends = rows.flatMap(({ cells }) =>
    cells.filter(prints).map(({ column, columnSpan }) => column + columnSpan - 1),
  );
  return ends.reduce((most, end) => Math.max(most, end), 0);
}
