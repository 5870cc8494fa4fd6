import type { PlanColumn } from '../../schema/law/forms/work-plan.ts';
import type { Block, Paragraph, Table, TableCell } from '../read/document.ts';
import { type CellClass, classifyCell } from './classify-cell.ts';
import { columnOf, isPlanTable } from './table-header.ts';

const cellEnd = /[|｜│\t]/u;
/** The rule below the head of a Markdown table. */
const rule = /^[\s|:+-]*-{2,}[\s|:+-]*$/u;

/** The tables of a plan that copied text prints a row a line, its cells parted by pipes or tabs, as tables of a page. */
export function lineTables(blocks: readonly Block[]): Table[] {
  const tables: Table[] = [];
  let open: { columns: readonly PlanColumn[]; rows: TableCell[][] } | null = null;
  for (const block of blocks) {
    const cells = block.kind === 'paragraph' ? cellsOf(block) : [];
    const columns = cells.map(columnOf);
    if (cells.length > 1 && isPlanTable(columns)) {
      open = { columns, rows: [rowOf(cells, 0, { row: 1, line: block.line })] };
      tables.push({
        kind: 'table',
        number: tables.length + 1,
        rows: open.rows,
        line: block.line,
        offset: block.offset,
      });
    } else if (open !== null && cells.length > 1 && block.kind === 'paragraph') {
      const at = { row: open.rows.length + 1, line: block.line };
      open.rows.push(rowOf(cells, shiftOf(cells, open.columns), at));
    } else if (block.kind !== 'paragraph' || !rule.test(block.text)) open = null;
  }
  return tables;
}

/** The cells of a line, those empty at its end left out; none where the line has no mark that parts cells. */
function cellsOf({ text }: Paragraph): string[] {
  if (!cellEnd.test(text) || rule.test(text)) return [];
  const cells = text
    .replace(/^\s*[|｜│]/u, '')
    .split(cellEnd)
    .map((cell) => cell.trim());
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

function rowOf(cells: readonly string[], shift: number, at: { row: number; line: number }): TableCell[] {
  return cells.map((text, index) => ({
    ...{ text, row: at.row, column: index + shift + 1, rowSpan: 1, columnSpan: 1, line: at.line, offset: 0 },
  }));
}

/** Cells merged from above print nothing, not even a mark: how far to the right the others stand, by what they are. */
function shiftOf(cells: readonly string[], columns: readonly PlanColumn[]): number {
  const missing = columns.length - cells.length;
  const shifts = Array.from({ length: Math.max(0, missing) + 1 }, (_, shift) => shift);
  const agreement = (shift: number) =>
    cells.filter((cell, index) => cell !== '' && isOf(columns[index + shift], cell)).length;
  return shifts.reduce((best, shift) => (agreement(shift) > agreement(best) ? shift : best), 0);
}

const classes: Readonly<Partial<Record<PlanColumn, readonly CellClass[]>>> = {
  group: ['short'],
  name: ['short', 'content'],
  content: ['content', 'short'],
  responsible: ['responsible'],
  deadline: ['deadline'],
};

function isOf(column: PlanColumn | undefined, cell: string): boolean {
  const key = cell.normalize('NFKC');
  if (column === 'number') return /^\d{1,3}[.、]?$/u.test(key);
  return column !== undefined && (classes[column]?.includes(classifyCell(key)) ?? false);
}
