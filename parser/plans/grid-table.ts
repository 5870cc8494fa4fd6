import type { PlanColumn } from '../../schema/law/forms/work-plan.ts';
import type { Responsibility } from '../../schema/record/work-plan.ts';
import type { Table, TableCell } from '../read/document.ts';
import { isUnfinishedSentence } from './classify-cell.ts';
import type { RawTask } from './plan-line.ts';
import { type PlanLine, planLine } from './plan-line.ts';
import { columnOf, isPlanTable } from './table-header.ts';

/** A table with its columns known: what each grid column holds (from index 1), and the rows below the header. */
export interface PlanGrid {
  readonly columns: readonly PlanColumn[];
  readonly byIndex: ReadonlyMap<number, PlanColumn>;
  readonly rows: readonly (readonly TableCell[])[];
}

/** The header stands in one of the first rows, a table's title above it. */
const headerRows = 3;

/**
 * Reads a table's header; null where the table is no plan's. A heading over two columns gives both its meaning, unless a
 * second row of headings below it tells them apart, or one of them holds the tasks' numbers.
 */
export function planGrid(table: Table): PlanGrid | null {
  for (const [index, row] of table.rows.slice(0, headerRows).entries()) {
    const byIndex = columnsOf(row);
    const below = columnsOf(table.rows[index + 1] ?? []);
    const isSecondRow = below.size > 0 && [...below.values()].every((column) => column !== 'other');
    if (isSecondRow) for (const [place, column] of below) byIndex.set(place, column);
    const rows = table.rows.slice(index + (isSecondRow ? 2 : 1));
    if (!isPlanTable([...byIndex.values()])) continue;
    const numbered = withNumbers(byIndex, rows);
    return groupedByName({ columns: [...numbered.values()], byIndex: numbered, rows });
  }
  return null;
}

function columnsOf(row: readonly TableCell[]): Map<number, PlanColumn> {
  return new Map(row.flatMap((cell) => indexesOf(cell).map((each) => [each, columnOf(cell.text)] as const)));
}

/** Numbers may stand in a column without a heading of its own: under 具体要求, before what is required. */
function withNumbers(byIndex: Map<number, PlanColumn>, rows: PlanGrid['rows']): Map<number, PlanColumn> {
  if ([...byIndex.values()].includes('number')) return byIndex;
  const places = [...byIndex.keys()].filter((place) => {
    const texts = rows.flat().filter((cell) => cell.column === place && cell.text.trim() !== '');
    return texts.length > 0 && texts.every((cell) => numberIn(cell) !== null);
  });
  return new Map([...byIndex, ...places.map((place): [number, PlanColumn] => [place, 'number'])]);
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
  readonly number: number | null;
  /** What a row of one cell above it says, to the next such row: 一、扩大公开范围. */
  readonly heading: string | null;
  readonly cells: readonly TableCell[];
  /** Cells that begin above its first row and reach it. */
  readonly reaching: readonly TableCell[];
}

/** The tasks of a task table; what merged cells print above a task is not among its own cells. */
export function gridTasks(grid: PlanGrid): RawTask[] {
  return gridRecords(grid).map(({ number, heading, cells, reaching }) => {
    const names = cells.filter((cell) => isColumn(grid, cell, 'name') || isColumn(grid, cell, 'group'));
    const [group, name] = groupAndName(names.map(flat), grid);
    return {
      number,
      group: group ?? heading,
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
  return gridRecords(grid).map(({ number, cells }, index) => {
    const work = cells.filter((cell) => isColumn(grid, cell, 'name') || isColumn(grid, cell, 'content'));
    const responsible = ofColumn(grid, cells, 'responsible').map(flat).join('') || above;
    above = responsible;
    return { number: number ?? index + 1, work: work.map(flat).join(''), responsible };
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
  const isNumbered = grid.columns.includes('number');
  let heading: string | null = null;
  for (const row of grid.rows) {
    const printed = row.filter((cell) => cell.text.trim() !== '');
    const [only] = printed;
    if (only !== undefined && printed.length === 1 && isOverAll(grid, only)) {
      heading = flat(only);
      continue;
    }
    const number = isNumbered ? numberOf(grid, printed) : numberInText(grid, printed);
    const begins = isNumbered ? number !== null : printed.some((cell) => isColumn(grid, cell, contentOf(grid)));
    if (begins) records.push({ number, heading, cells: [], reaching: cellsReaching(grid, row) });
    records.at(-1)?.cells.push(...printed);
  }
  return records;
}

/** The column that each task has a cell of its own in, where no number tells them apart. */
function contentOf({ columns }: PlanGrid): PlanColumn {
  return columns.includes('content') ? 'content' : 'name';
}

function isOverAll(grid: PlanGrid, cell: TableCell): boolean {
  return cell.columnSpan > 1 && cell.columnSpan >= grid.byIndex.size - 1;
}

function cellsReaching(grid: PlanGrid, row: readonly TableCell[]): TableCell[] {
  const at = row[0]?.row ?? 0;
  return grid.rows.flat().filter((cell) => cell.row < at && cell.row + cell.rowSpan > at && cell.text.trim() !== '');
}

function numberOf(grid: PlanGrid, row: readonly TableCell[]): number | null {
  const cell = row.find((each) => isColumn(grid, each, 'number'));
  return cell === undefined ? null : numberIn(cell);
}

function numberIn(cell: TableCell): number | null {
  const match = /^(\d{1,3})[.、]?$/u.exec(cell.text.normalize('NFKC').trim());
  return match === null ? null : Number(match[1]);
}

/** The number that a task's own text begins with: 3.公开减税降费政策。 */
function numberInText(grid: PlanGrid, row: readonly TableCell[]): number | null {
  const cell = row.find((each) => isColumn(grid, each, contentOf(grid)));
  const match = /^(\d{1,3})[.、](?!\d)/u.exec(cell?.text.normalize('NFKC').trim() ?? '');
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
