import type { PlanColumn } from '../../../schema/forms/work-plan.ts';
import type { Responsibility } from '../../../schema/work-plan.ts';
import { type NumberedRow, numberedRows } from './numbered-rows.ts';
import type { PlanLine } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';
import { type RowCells, sortCells, sortLastCells, taskOf } from './read-row.ts';

/** The tasks of a task table in copied text, one cell a line, from the lines below its header. */
export function copiedTasks(lines: readonly PlanLine[], columns: readonly PlanColumn[]): RawTask[] {
  let groupAbove: string | null = null;
  return sortedRows(lines).map(({ row, cells }) => {
    const task = taskOf(row.number, cells, columns);
    const group: string | null = task.group ?? groupAbove;
    groupAbove = cells.trailing.at(-1) ?? null;
    return { ...task, group };
  });
}

/** The rows of a table of responsibilities. A unit printed once for several rows (a merged cell) stands in each. */
export function copiedResponsibilities(lines: readonly PlanLine[]): Responsibility[] {
  let above = '';
  return sortedRows(lines).map(({ row, cells }) => {
    const responsible = cells.responsible.join('') || above;
    above = responsible;
    return { number: row.number, work: [...cells.names, ...cells.content].join(''), responsible };
  });
}

function sortedRows(lines: readonly PlanLine[]): { row: NumberedRow; cells: RowCells }[] {
  const rows = numberedRows(lines);
  return rows.map((row) => ({ row, cells: row === rows.at(-1) ? sortLastCells(row.cells) : sortCells(row.cells) }));
}
