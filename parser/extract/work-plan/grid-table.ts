import type { PlanColumn } from '../../../schema/forms/work-plan.ts';
import type { Responsibility } from '../../../schema/work-plan.ts';
import type { Table, TableCell } from '../../read/document.ts';
import { isUnfinishedSentence } from './classify-cell.ts';
import { type PlanLine, planLine } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';
import { columnOf, isPlanTable } from './table-header.ts';

/** A table with its columns known: what each grid column holds (from index 1), and the rows below the header. */
export interface PlanGrid {
  readonly columns: readonly PlanColumn[];
  readonly byIndex: ReadonlyMap<number, PlanColumn>;
  readonly rows: readonly (readonly TableCell[])[];
}

/** The header stands in one of the first rows, a table's title above it. */
const headerRows = 3;

/** Reads a table's header; null where the table is no plan's. A heading over two columns gives both its meaning. */
export function planGrid(table: Table): PlanGrid | null {
  for (const [index, row] of table.rows.slice(0, headerRows).entries()) {
    const byIndex = new Map(row.flatMap((cell) => indexesOf(cell).map((each) => [each, columnOf(cell.text)] as const)));
    const columns = [...byIndex.values()];
    if (isPlanTable(columns)) return groupedByName({ columns, byIndex, rows: table.rows.slice(index + 1) });
  }
  return null;
}

/** A lone column of names that are merged over several numbers, beside one of contents, names groups and not tasks. */
function groupedByName(grid: PlanGrid): PlanGrid {
  const named = [...grid.byIndex].filter(([, column]) => column === 'name' || column === 'group');
  const [[place, column] = [0, 'other']] = named;
  const isMerged = gridRecords(grid).some(({ reaching }) => reaching.some((cell) => cell.column === place));
  if (named.length !== 1 || column === 'group' || !grid.columns.includes('content') || !isMerged) return grid;
  return { ...grid, byIndex: new Map([...grid.byIndex, [place, 'group']]) };
}

function indexesOf(cell: TableCell): number[] {
  return Array.from({ length: cell.columnSpan }, (_, offset) => cell.column + offset);
}

/** A record of the grid: its number and the cells of its rows by column. */
interface GridRecord {
  readonly number: number;
  readonly cells: readonly TableCell[];
  /** Cells that begin above its first row and reach it. */
  readonly reaching: readonly TableCell[];
}

/** The tasks of a task table; what merged cells print above a task is not among its own cells. */
export function gridTasks(grid: PlanGrid): RawTask[] {
  return gridRecords(grid).map(({ number, cells, reaching }) => {
    const names = cells.filter((cell) => isColumn(grid, cell, 'name') || isColumn(grid, cell, 'group'));
    const [group, name] = groupAndName(names.map(flat), grid);
    return {
      number,
      group,
      name,
      content: ofColumn(grid, cells, 'content').flatMap(paragraphs),
      responsible: ofColumn(grid, cells, 'responsible').map(flat),
      deadlines: ofColumn(grid, cells, 'deadline').map(flat),
      reaching: {
        group: groupReaching(grid, reaching),
        responsible: ofColumn(grid, reaching, 'responsible').map(flat),
        deadlines: ofColumn(grid, reaching, 'deadline').map(flat),
      },
    };
  });
}

/** The rows of a table of responsibilities; units printed once for several rows stand in each. */
export function gridResponsibilities(grid: PlanGrid): Responsibility[] {
  let above = '';
  return gridRecords(grid).map(({ number, cells }) => {
    const work = cells.filter((cell) => isColumn(grid, cell, 'name') || isColumn(grid, cell, 'content'));
    const responsible = ofColumn(grid, cells, 'responsible').map(flat).join('') || above;
    above = responsible;
    return { number, work: work.map(flat).join(''), responsible };
  });
}

function groupAndName(names: readonly string[], grid: PlanGrid): [string | null, string] {
  const columns = [...grid.byIndex.values()].filter((column) => column === 'name' || column === 'group').length;
  const [first = '', ...more] = names;
  const isGroup = columns === 1 && [...grid.byIndex.values()].includes('group');
  if (isGroup) return [names.length > 0 ? names.join('') : null, ''];
  return columns > 1 && more.length > 0 ? [first, more.join('')] : [null, names.join('')];
}

function groupReaching(grid: PlanGrid, reaching: readonly TableCell[]): string | null {
  const cell = reaching.find((each) => isColumn(grid, each, 'group') || isColumn(grid, each, 'name'));
  return cell === undefined ? null : flat(cell);
}

function gridRecords(grid: PlanGrid): GridRecord[] {
  const records: (GridRecord & { readonly cells: TableCell[] })[] = [];
  for (const row of grid.rows) {
    const number = numberIn(grid, row);
    if (number !== null) records.push({ number, cells: [], reaching: cellsReaching(grid, row) });
    records.at(-1)?.cells.push(...row.filter((cell) => cell.text.trim() !== ''));
  }
  return records;
}

function cellsReaching(grid: PlanGrid, row: readonly TableCell[]): TableCell[] {
  const at = row[0]?.row ?? 0;
  return grid.rows.flat().filter((cell) => cell.row < at && cell.row + cell.rowSpan > at && cell.text.trim() !== '');
}

function numberIn(grid: PlanGrid, row: readonly TableCell[]): number | null {
  const text =
    row
      .find((cell) => isColumn(grid, cell, 'number'))
      ?.text.normalize('NFKC')
      .trim() ?? '';
  const match = /^(\d{1,3})[.、]?$/u.exec(text);
  return match === null ? null : Number(match[1]);
}

function isColumn(grid: PlanGrid, cell: TableCell, column: PlanColumn): boolean {
  return grid.byIndex.get(cell.column) === column;
}

function ofColumn(grid: PlanGrid, cells: readonly TableCell[], column: PlanColumn): TableCell[] {
  return cells.filter((cell) => isColumn(grid, cell, column));
}

function flat(cell: TableCell): string {
  return linesOf(cell)
    .map((line) => line.text)
    .join('');
}

/** A cell's paragraphs; a line that leaves a sentence unfinished goes on in the next. */
function paragraphs(cell: TableCell): string[] {
  const sentences: string[] = [];
  for (const line of linesOf(cell)) {
    const last = sentences.at(-1);
    if (last !== undefined && isUnfinishedSentence(last.normalize('NFKC')))
      sentences[sentences.length - 1] = last + line.text;
    else sentences.push(line.text);
  }
  return sentences;
}

function linesOf(cell: TableCell): PlanLine[] {
  return cell.text
    .split('\n')
    .map(planLine)
    .filter((line) => line.text !== '');
}
