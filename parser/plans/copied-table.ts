import { type PlanColumn, planFooter } from '../../schema/law/forms/work-plan.ts';
import type { Responsibility } from '../../schema/record/work-plan.ts';
import { type CellClass, classifyCell, isUnfinishedName, isUnfinishedSentence, mayBeUnit } from './classify-cell.ts';
import type { PlanLine, RawTask } from './plan-line.ts';

/** A row of a table in copied text: its printed number and the cells after it, one a line. */
interface NumberedRow {
  readonly number: number;
  readonly cells: readonly PlanLine[];
}

/** A row's number may be lost; the count goes on with one of the next few. */
const longestGap = 3;

/** Parts lines into rows by their numbers 1, 2, 3…, each on a line of its own. What a site prints below ends the last row. */
function numberedRows(lines: readonly PlanLine[]): NumberedRow[] {
  const rows: NumberedRow[] = [];
  let start = findNumber(lines, 0, 0);
  while (start !== null) {
    const next = findNumber(lines, start.at + 1, start.number);
    const cells = lines.slice(start.at + 1, next?.at ?? lines.length);
    rows.push({ number: start.number, cells: next === null ? untilFooter(cells) : cells });
    start = next;
  }
  return rows;
}

interface RowStart {
  readonly at: number;
  readonly number: number;
}

function findNumber(lines: readonly PlanLine[], from: number, above: number): RowStart | null {
  for (let number = above + 1; number <= above + longestGap; number += 1) {
    const at = lines.findIndex((line, index) => index >= from && numberOf(line.key) === number);
    if (at >= 0) return { at, number };
  }
  return null;
}

function numberOf(key: string): number | null {
  const match = /^(\d{1,3})[.、]?$/u.exec(key);
  return match === null ? null : Number(match[1]);
}

function untilFooter(cells: readonly PlanLine[]): readonly PlanLine[] {
  const footer = cells.findIndex((cell) => planFooter.test(cell.key));
  return footer < 0 ? cells : cells.slice(0, footer);
}

/** A row's cells by what they are, in printed order within each class. */
interface RowCells {
  readonly names: readonly string[];
  readonly content: readonly string[];
  readonly responsible: readonly string[];
  readonly deadline: readonly string[];
  /** Short cells after the row's own: the next row's group, printed before its number, or the page below a table. */
  readonly trailing: readonly string[];
}

interface OpenCells {
  names: string[];
  content: string[];
  responsible: string[];
  deadline: string[];
  trailing: string[];
}

/** The class whose last cell the next line may continue, and that cell's text. */
type Open = { readonly list: string[]; readonly unfinished: (key: string) => boolean } | null;

/**
 * Sorts a row's cells. Short cells before the first other one are its names; a line that leaves a sentence, a list
 * or a name unfinished goes on in the next.
 */
function sortCells(cells: readonly PlanLine[]): RowCells {
  const sorted = noCells();
  let open: Open = null;
  for (const cell of cells.filter(isPrinted)) open = place(cell, sorted, open);
  return sorted;
}

/** As `sortCells` for the last row of a table: the first trailing cell is below the table, and so is all after it. */
function sortLastCells(cells: readonly PlanLine[]): RowCells {
  const sorted = noCells();
  let open: Open = null;
  for (const cell of cells.filter(isPrinted)) {
    open = place(cell, sorted, open);
    if (sorted.trailing.length > 0) break;
  }
  return { ...sorted, trailing: [] };
}

function noCells(): OpenCells {
  return { names: [], content: [], responsible: [], deadline: [], trailing: [] };
}

/** Page numbers and rules between the rows of a page are no cells. */
function isPrinted(cell: PlanLine): boolean {
  return /\p{L}/u.test(cell.key);
}

function place(cell: PlanLine, sorted: OpenCells, open: Open): Open {
  const kind = classIn(sorted, cell.key);
  if (open !== null && continues(kind, open, sorted)) {
    open.list.push((open.list.pop() ?? '') + cell.text);
    return open;
  }
  if (kind !== 'short') sorted.trailing = [];
  const list = listFor(kind, sorted);
  list.push(cell.text);
  return openFor(list, sorted);
}

/** The first cell of a row names it or says what to do, and is no unit even if it is called like one; after it a unit is likely. */
function classIn(sorted: OpenCells, key: string): CellClass {
  const kind = classifyCell(key);
  if (kind === 'responsible' && sorted.names.length + sorted.content.length === 0) return 'short';
  return kind === 'short' && hasBegun(sorted) && mayBeUnit(key) ? 'responsible' : kind;
}

function hasBegun(sorted: OpenCells): boolean {
  return sorted.content.length + sorted.responsible.length + sorted.deadline.length > 0;
}

function continues(kind: CellClass, open: NonNullable<Open>, sorted: OpenCells): boolean {
  const last = (open.list.at(-1) ?? '').normalize('NFKC');
  if (!open.unfinished(last)) return false;
  const same: CellClass = open.list === sorted.content ? 'content' : 'responsible';
  return kind === 'short' || (kind === same && open.list !== sorted.names);
}

function listFor(kind: CellClass, sorted: OpenCells): string[] {
  if (kind !== 'short') return sorted[kind];
  return hasBegun(sorted) ? sorted.trailing : sorted.names;
}

function openFor(list: string[], sorted: OpenCells): Open {
  if (list === sorted.content) return { list, unfinished: isUnfinishedSentence };
  return list === sorted.names || list === sorted.responsible ? { list, unfinished: isUnfinishedName } : null;
}

/**
 * A task of sorted cells. Two names are group and task. Where the table has a column for content and no cell is a
 * sentence, the last of several names is the content; where it has none, a sentence is the task's name.
 */
function taskOf(number: number | null, cells: RowCells, columns: readonly PlanColumn[]): RawTask {
  const hasContent = columns.includes('content');
  const names = [...cells.names];
  const content = [...cells.content];
  const last = names.at(-1);
  if (hasContent && content.length === 0 && names.length > 1 && last !== undefined) content.push(...names.splice(-1));
  if (!hasContent) names.push(...content.splice(0));
  const [first = '', ...more] = names;
  const group = more.length > 0 ? first : null;
  const name = more.length > 0 ? more.join('') : first;
  return { number, group, name, content, responsible: cells.responsible, deadlines: cells.deadline };
}

/** A row in copied text; its number is null where none is printed. */
interface CopiedRow {
  readonly number: number | null;
  readonly cells: readonly PlanLine[];
}

/** The tasks of a task table in copied text, one cell a line, from the lines below its header. */
export function copiedTasks(lines: readonly PlanLine[], columns: readonly PlanColumn[]): RawTask[] {
  const rows = sortedRows(lines, columns);
  const above = untilNumber(lines);
  let groupAbove: string | null = above.length === 1 ? (above[0]?.text ?? null) : null;
  return rows.map(({ row, cells }) => {
    const task = taskOf(row.number, cells, columns);
    const group: string | null = task.group ?? groupAbove;
    groupAbove = cells.trailing.at(-1) ?? null;
    return { ...task, group };
  });
}

/** The rows of a table of responsibilities. A unit printed once for several rows (a merged cell) stands in each. */
export function copiedResponsibilities(lines: readonly PlanLine[], columns: readonly PlanColumn[]): Responsibility[] {
  let above = '';
  return sortedRows(lines, columns).map(({ row, cells }, index) => {
    const responsible = cells.responsible.join('') || above;
    above = responsible;
    return { number: row.number ?? index + 1, work: [...cells.names, ...cells.content].join(''), responsible };
  });
}

function sortedRows(lines: readonly PlanLine[], columns: readonly PlanColumn[]): { row: CopiedRow; cells: RowCells }[] {
  const numbered = numberedRows(lines);
  const rows: readonly CopiedRow[] = numbered.length > 0 ? numbered : unnumberedRows(lines, columns);
  return rows.map((row) => ({ row, cells: row === rows.at(-1) ? sortLastCells(row.cells) : sortCells(row.cells) }));
}

/** What is printed before the first row's number: the group of that row. */
function untilNumber(lines: readonly PlanLine[]): readonly PlanLine[] {
  const first = numberedRows(lines)[0]?.number;
  return lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex(({ key }) => first !== undefined && numberOf(key) === first),
    ),
  );
}

/** The order in which a row's cells are printed, by what they are. */
const classOf: Readonly<Record<PlanColumn, CellClass | null>> = {
  number: null,
  group: 'content',
  name: 'content',
  content: 'content',
  responsible: 'responsible',
  deadline: 'deadline',
  remark: null,
  other: null,
};

/** Rows without numbers: each begins where a cell stands before the one above it by the order of the columns. */
function unnumberedRows(lines: readonly PlanLine[], columns: readonly PlanColumn[]): CopiedRow[] {
  const order = [...new Set(columns.map((column) => classOf[column]).filter((each) => each !== null))];
  const rows: { number: number | null; cells: PlanLine[] }[] = [];
  let last = order.length;
  for (const line of untilFooter(lines)) {
    const kind = classifyCell(line.key);
    const isUnit = kind === 'short' && last < order.length && mayBeUnit(line.key);
    const place = order.indexOf(isUnit ? 'responsible' : kind === 'short' ? 'content' : kind);
    const number = /^(\d{1,3})[.、](?!\d)/u.exec(line.key)?.[1];
    if (place < last || (place === 0 && number !== undefined))
      rows.push({ number: number === undefined ? null : Number(number), cells: [] });
    rows.at(-1)?.cells.push(line);
    last = place;
  }
  return rows;
}
