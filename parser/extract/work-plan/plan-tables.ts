import type { Responsibility } from '../../../schema/record/work-plan.ts';
import type { Block, Table } from '../../read/document.ts';
import { annotatedTasks } from './annotated-tasks.ts';
import { copiedResponsibilities, copiedTasks } from './copied-table.ts';
import { gridResponsibilities, gridTasks, planGrid } from './grid-table.ts';
import { lineTables } from './line-table.ts';
import { type PlanLine, planLines } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';
import { findPlanHeaders, isTaskTable } from './table-header.ts';

/** What a plan's tables hold, and the line where the first of them begins in copied text. */
export interface PlanTables {
  readonly tasks: readonly RawTask[];
  readonly responsibilities: readonly Responsibility[];
  readonly firstLine: number;
}

/** Reads the tables of a page, and where it has none, those that copied text prints a row or a cell a line. */
export function planTables(blocks: readonly Block[], lines: readonly PlanLine[]): PlanTables {
  const ofPage = gridTables(blocks.filter((block) => block.kind === 'table'));
  if (ofPage !== null) return { ...ofPage, firstLine: lines.length };
  const rows = lineTables(blocks);
  const first = rows[0]?.line;
  const ofLines = gridTables(rows);
  if (ofLines !== null) {
    const above = blocks.filter((block) => first !== undefined && block.line < first);
    return { ...ofLines, firstLine: planLines(above).length };
  }
  const copied = copiedTables(lines);
  const isEmpty = copied.tasks.length + copied.responsibilities.length === 0;
  return isEmpty ? { ...copied, tasks: annotatedTasks(lines) } : copied;
}

function gridTables(tables: readonly Table[]): Omit<PlanTables, 'firstLine'> | null {
  const grids = tables.flatMap((table) => planGrid(table) ?? []);
  if (grids.length === 0) return null;
  return {
    tasks: grids.filter((grid) => isTaskTable(grid.columns)).flatMap(gridTasks),
    responsibilities: grids.filter((grid) => !isTaskTable(grid.columns)).flatMap(gridResponsibilities),
  };
}

function copiedTables(lines: readonly PlanLine[]): PlanTables {
  const headers = findPlanHeaders(lines);
  const tables = headers.map(({ end, columns }, index) => ({
    columns,
    rows: lines.slice(end, headers[index + 1]?.start ?? lines.length),
  }));
  const isTasks = (table: (typeof tables)[number]) => isTaskTable(table.columns);
  return {
    tasks: tables.filter(isTasks).flatMap((table) => copiedTasks(table.rows, table.columns)),
    responsibilities: tables
      .filter((table) => !isTasks(table))
      .flatMap((table) => copiedResponsibilities(table.rows, table.columns)),
    firstLine: headers[0]?.start ?? lines.length,
  };
}
