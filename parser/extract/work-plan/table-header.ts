import { type PlanColumn, planColumns } from '../../../schema/forms/work-plan.ts';
import { unspaced } from '../../normalise.ts';
import type { PlanLine } from './plan-line.ts';

/** The header of a plan's table in copied text: lines `start` to `end`, the latter excluded, and its columns in order. */
export interface PlanHeader {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly PlanColumn[];
}

/** A header has no more lines than this before the row numbered 1. */
const longestHeader = 16;
const firstNumber = /^1[.、]?$/u;

const columnByLabel: ReadonlyMap<string, PlanColumn> = new Map(
  // Object.entries loses the key's type; the keys are those of `planColumns`.
  Object.entries(planColumns).flatMap(([column, labels]) => labels.map((label) => [label, column as PlanColumn])),
);

/** Every table header in the lines, in order: a 序号 followed by column headings and the first row's number. */
export function findPlanHeaders(lines: readonly PlanLine[]): PlanHeader[] {
  return lines.flatMap((line, start) => {
    if (columnOf(line.key) !== 'number') return [];
    const end = lines.findIndex(
      (each, index) => index > start && index <= start + longestHeader && firstNumber.test(each.key),
    );
    const columns = end < 0 ? [] : readColumns(lines.slice(start, end));
    return isPlanTable(columns) ? [{ start, end, columns }] : [];
  });
}

/** A heading's column; `other` where the heading is none that plans have. */
export function columnOf(label: string): PlanColumn {
  return columnByLabel.get(unspaced(label.normalize('NFKC')).replace(/\(.*\)$/u, '')) ?? 'other';
}

/** A table with tasks, or with who answers for what: a number, a unit, and what it is for. */
export function isPlanTable(columns: readonly PlanColumn[]): boolean {
  return (
    columns.includes('number') &&
    columns.includes('responsible') &&
    columns.some((each) => each === 'name' || each === 'content')
  );
}

/** A table of tasks says what to do or until when; one of responsibilities only who answers for which work. */
export function isTaskTable(columns: readonly PlanColumn[]): boolean {
  return columns.includes('deadline') || (columns.includes('content') && columns.includes('name'));
}

/** Headings broken over lines are read joined where that makes a heading. */
function readColumns(lines: readonly PlanLine[]): PlanColumn[] {
  const columns: PlanColumn[] = [];
  for (let index = 0; index < lines.length; ) {
    const count =
      [3, 2, 1].find((each) => columnOf(joined(lines, index, each)) !== 'other' && index + each <= lines.length) ?? 1;
    columns.push(columnOf(joined(lines, index, count)));
    index += count;
  }
  return columns;
}

function joined(lines: readonly PlanLine[], start: number, count: number): string {
  return lines
    .slice(start, start + count)
    .map((line) => line.text)
    .join('');
}
