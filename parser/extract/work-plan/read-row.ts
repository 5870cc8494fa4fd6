import type { PlanColumn } from '../../../schema/law/forms/work-plan.ts';
import { type CellClass, classifyCell, isUnfinishedName, isUnfinishedSentence, mayBeUnit } from './classify-cell.ts';
import type { PlanLine } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';

/** A row's cells by what they are, in printed order within each class. */
export interface RowCells {
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
export function sortCells(cells: readonly PlanLine[]): RowCells {
  const sorted = noCells();
  let open: Open = null;
  for (const cell of cells.filter(isPrinted)) open = place(cell, sorted, open);
  return sorted;
}

/** As `sortCells` for the last row of a table: the first trailing cell is below the table, and so is all after it. */
export function sortLastCells(cells: readonly PlanLine[]): RowCells {
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
export function taskOf(number: number | null, cells: RowCells, columns: readonly PlanColumn[]): RawTask {
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
