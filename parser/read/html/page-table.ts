import { isNumberedLabel, numberedOpening } from '../../numbered-labels.ts';
import type { Block, Table, TableCell } from '../document.ts';

const sentenceEnd = /[。；！？]/;
/** Headings of sections that a table has at least if a whole report is laid out in it. */
const leastHeadings = 2;

/**
 * Spreadsheets saved as pages lay a whole report out in one table, its title, headings and text in cells merged over the
 * table's width. Such a table is parted: these cells are paragraphs, what stands between them tables of their own.
 */
export function partedTable(table: Table, nextTable: () => number): Block[] {
  const width = Math.max(0, ...table.rows.flat().map(({ column, columnSpan }) => column + columnSpan - 1));
  const alone = table.rows.map((row) => loneCell(row, width));
  if (alone.filter((cell) => cell !== null && isHeading(cell.text)).length < leastHeadings) return [table];
  const blocks: Block[] = [];
  let rows: (readonly TableCell[])[] = [];
  let number = table.number;
  const endTable = () => {
    const [first] = rows.flat();
    if (first === undefined) return;
    blocks.push(tableOf(rows, number, first));
    rows = [];
    number = nextTable();
  };
  for (const [index, row] of table.rows.entries()) {
    const cell = alone[index] ?? null;
    if (cell === null) rows.push(row);
    else {
      endTable();
      blocks.push(...linesOf(cell));
    }
  }
  endTable();
  return blocks;
}

/** The cell of a row that stands alone over the table's width, and is a line of text and no caption of a table. */
function loneCell(row: readonly TableCell[], width: number): TableCell | null {
  const [cell] = row;
  if (cell === undefined || row.length > 1 || cell.rowSpan > 1 || cell.columnSpan < width) return null;
  return cell;
}

function isHeading(text: string): boolean {
  return numberedOpening.test(text) && !isNumberedLabel(text) && !sentenceEnd.test(text);
}

function linesOf({ text, line, offset, at }: TableCell): Block[] {
  const lines = text.split('\n').filter((part) => part.trim() !== '');
  return lines.map((part) => ({ kind: 'paragraph', text: part, line, offset, ...(at === undefined ? {} : { at }) }));
}

function tableOf(
  rows: readonly (readonly TableCell[])[],
  number: number,
  { line, offset, row: above }: TableCell,
): Table {
  const placed = rows.map((row) => row.map((cell) => ({ ...cell, row: cell.row - above + 1 })));
  return { kind: 'table', number, rows: placed, line, offset };
}
