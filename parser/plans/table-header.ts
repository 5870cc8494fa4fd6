import { type PlanColumn, planColumns, planColumnWords } from '../../schema/law/forms/work-plan.ts';
import { unspaced } from '../wording/normalise.ts';
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

/**
 * Every table header in the lines, in order: a 序号 followed by column headings and the first row's number, or nothing but
 * column headings one after the other, whose rows may have no numbers.
 */
export function findPlanHeaders(lines: readonly PlanLine[]): PlanHeader[] {
  const found: PlanHeader[] = [];
  for (const [start, line] of lines.entries()) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const header = columnOf(line.key) === 'number' ? numberedHeader(lines, start) : plainHeader(lines, start);
    if (header !== null) found.push(header);
  }
  return found;
}

function numberedHeader(lines: readonly PlanLine[], start: number): PlanHeader | null {
  const end = lines.findIndex(
    (each, index) => index > start && index <= start + longestHeader && firstNumber.test(each.key),
  );
  const columns = end < 0 ? [] : readColumns(lines.slice(start, end));
  return isPlanTable(columns) ? { start, end, columns } : null;
}

function plainHeader(lines: readonly PlanLine[], start: number): PlanHeader | null {
  const rest = lines.slice(start, start + longestHeader);
  const count = rest.findIndex((line) => columnOf(line.key) === 'other');
  const columns = readColumns(rest.slice(0, count < 0 ? rest.length : count));
  return isPlanTable(columns) ? { start, end: start + columns.length, columns } : null;
}

/** A heading's column; `other` where the heading is none that plans have. */
export function columnOf(label: string): PlanColumn {
  const words = comparable(label);
  return columnByLabel.get(words) ?? wordings.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

function comparable(label: string): string {
  return unspaced(label.normalize('NFKC')).replace(/\(.*\)$/u, '');
}

// Object.entries loses the key's type; the keys are columns.
const wordings = Object.entries(planColumnWords) as [PlanColumn, RegExp][];

/** A table with tasks, or with who answers for what: a unit, and what it is for. */
export function isPlanTable(columns: readonly PlanColumn[]): boolean {
  return columns.includes('responsible') && columns.some((each) => each === 'name' || each === 'content');
}

/** A table of tasks says what to do or until when; one of responsibilities only who answers for which work. */
export function isTaskTable(columns: readonly PlanColumn[]): boolean {
  const isNamed = columns.includes('name') || columns.includes('group');
  return columns.includes('deadline') || (columns.includes('content') && isNamed);
}

/** Headings broken over lines are read joined where that makes a heading. */
function readColumns(lines: readonly PlanLine[]): PlanColumn[] {
  const columns: PlanColumn[] = [];
  for (let index = 0; index < lines.length; ) {
    const count =
      [3, 2].find(
        (each) => index + each <= lines.length && columnByLabel.has(comparable(joined(lines, index, each))),
      ) ?? 1;
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
