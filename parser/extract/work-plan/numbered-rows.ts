import { planFooter } from '../../../schema/law/forms/work-plan.ts';
import type { PlanLine } from './plan-line.ts';

/** A row of a table in copied text: its printed number and the cells after it, one a line. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly PlanLine[];
}

/** A row's number may be lost; the count goes on with one of the next few. */
const longestGap = 3;

/** Parts lines into rows by their numbers 1, 2, 3…, each on a line of its own. What a site prints below ends the last row. */
export function numberedRows(lines: readonly PlanLine[]): NumberedRow[] {
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

export function numberOf(key: string): number | null {
  const match = /^(\d{1,3})[.、]?$/u.exec(key);
  return match === null ? null : Number(match[1]);
}

export function untilFooter(cells: readonly PlanLine[]): readonly PlanLine[] {
  const footer = cells.findIndex((cell) => planFooter.test(cell.key));
  return footer < 0 ? cells : cells.slice(0, footer);
}
