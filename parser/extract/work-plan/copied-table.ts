import type { PlanColumn } from '../../../schema/law/forms/work-plan.ts';
import type { Responsibility } from '../../../schema/record/work-plan.ts';
import { type CellClass, classifyCell, mayBeUnit } from './classify-cell.ts';
import { numberedRows, numberOf, untilFooter } from './numbered-rows.ts';
import type { PlanLine } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';
import { type RowCells, sortCells, sortLastCells, taskOf } from './read-row.ts';

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
