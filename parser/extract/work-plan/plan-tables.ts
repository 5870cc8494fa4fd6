import type { Responsibility } from '../../../schema/work-plan.ts';
import type { Block } from '../../read/document.ts';
import { copiedResponsibilities, copiedTasks } from './copied-table.ts';
import { gridResponsibilities, gridTasks, planGrid } from './grid-table.ts';
import type { PlanLine } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';
import { findPlanHeaders, isTaskTable } from './table-header.ts';

/** What a plan's tables hold, and the line where the first of them begins in copied text. */
export interface PlanTables {
  readonly tasks: readonly RawTask[];
  readonly responsibilities: readonly Responsibility[];
  readonly firstLine: number;
}

/** Reads the tables of a page, and where it has none, those that copied text prints one cell a line. */
export function planTables(blocks: readonly Block[], lines: readonly PlanLine[]): PlanTables {
  const grids = blocks.flatMap((block) => (block.kind === 'table' ? (planGrid(block) ?? []) : []));
  if (grids.length > 0) {
    const tasks = grids.filter((grid) => isTaskTable(grid.columns)).flatMap(gridTasks);
    const responsibilities = grids.filter((grid) => !isTaskTable(grid.columns)).flatMap(gridResponsibilities);
    return { tasks, responsibilities, firstLine: lines.length };
  }
  return copiedTables(lines);
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
    responsibilities: tables.filter((table) => !isTasks(table)).flatMap((table) => copiedResponsibilities(table.rows)),
    firstLine: headers[0]?.start ?? lines.length,
  };
}
