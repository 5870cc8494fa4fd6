import type { FormTable } from '../../schema/law/forms/form.ts';
import type { TableRow } from '../../schema/record/report.ts';
import { comparableLabel } from '../wording/normalise.ts';
import {
  alignRows,
  type ExpectedRow,
  expectedRows,
  type Match,
  type PrintedRow,
  printedRows,
  unreadRows,
} from './align.ts';
import { type Atom, knownLabels } from './atoms.ts';
import { placedValues, printedPlaces, rowCells } from './cells.ts';
import { addedColumn, type ColumnOrder, formOrder, printedColumns } from './printed-columns.ts';
import { type PrintedPlaces, type RowDecision, type Run, type Stretch, stretchOf, type TableReading } from './runs.ts';

const unitAfterLabel = '(?:单位|计量单位)?(亿元|万元|元)';

/** Money units that the headings of amount columns name, by column key: 采购总金额(万元), 本年收费金额(单位:万元). */
function headerUnits(table: FormTable, runs: readonly Run[]): Map<string, string> {
  const units = new Map<string, string>();
  const columns = table.blocks.flatMap((block) => block.columns).filter((column) => column.kind === 'amount');
  for (const column of columns) {
    const pattern = new RegExp(comparableLabel(column.labels[0]) + unitAfterLabel);
    const unit = runs.map((run) => pattern.exec(run.text)?.[1]).find((found) => found !== undefined);
    if (unit !== undefined) units.set(column.key, unit);
  }
  return units;
}

/** Reads a table whose rows are printed one below another, by its labels alone; null where no row of it is printed. */
export function readDown(table: FormTable, tableNumber: number, runs: readonly Run[]): TableReading | null {
  const rows = expectedRows(table.blocks);
  const matches = alignRows(runs, rows);
  if (matches.length === 0) return null;
  const unread = unreadRows(rows, runs, { matches, known: knownLabels(table) });
  const printed = [...printedRows(matches, runs).map((row) => withoutOthers(row, unread, runs)), ...unread];
  const orders = new Map(table.blocks.map((block) => [block, printedColumns(block, printed, runs)]));
  const units = headerUnits(table, runs);
  const cells: Record<string, TableRow> = {};
  const stretches: Stretch[] = [];
  const places: PrintedPlaces[] = [];
  const taken = new Set<Atom>();
  for (const [index, expected] of rows.entries()) {
    const found = printed.find((row) => row.expected === expected);
    if (found === undefined) continue;
    const order = orders.get(expected.block) ?? formOrder(expected.block.columns);
    const place = { table: tableNumber, row: index + 1 };
    for (const value of placedValues(found.values, order)) taken.add(value);
    cells[expected.row.key] = rowCells({ ...found, order, place, headerUnits: units });
    places.push(...printedPlaces(found.values, order, pathsOf(expected, order)));
    if (order.isKnown) stretches.push(...stretchOf(pathsOf(expected, order), found.values));
  }
  const decisions = matches.map((match) => decisionOf(match, runs));
  return {
    rows: cells,
    stretches,
    places,
    decisions,
    score: score(matches, runs) + unread.length / 2,
    runs: spannedRuns(matches, runs),
    taken,
  };
}

/**
 * Labels of two rows and then their figures, a line each: which line is whose is not known. What stands beside the second
 * label is then not taken for its own.
 */
function withoutOthers(row: PrintedRow, unread: readonly PrintedRow[], runs: readonly Run[]): PrintedRow {
  const next = runs[runs.indexOf(row.run) + 1];
  const isApart = next !== undefined && next.labels.length === 0 && next.values.length > 0;
  const isShared = unread.some((other) => other.run === row.run && other.values.length === 0);
  return isApart && isShared && row.values.every(({ grid }) => grid === null) ? { ...row, values: [] } : row;
}

/** The row's cells in the order of print, `row.column`. */
function pathsOf({ row }: ExpectedRow, { columns }: ColumnOrder): string[] {
  return columns.flatMap((column) => (column === addedColumn ? [] : [`${row.key}.${column.key}`]));
}

/** Rows with as many figures as columns count whole; a row in doubt counts half. */
function score(matches: readonly Match[], runs: readonly Run[]): number {
  return matches.reduce((sum, match) => {
    const fits = runs[match.runIndex]?.values.length === match.expected.block.columns.length;
    return sum + (fits ? match.score : match.score / 2);
  }, 0);
}

function spannedRuns(matches: readonly Match[], runs: readonly Run[]): Run[] {
  const indexes = matches.map((match) => match.runIndex);
  return runs.slice(Math.min(...indexes), Math.max(...indexes) + 1);
}

function decisionOf({ expected, runIndex, score }: Match, runs: readonly Run[]): RowDecision {
  const { labels = [], values = [] } = runs[runIndex] ?? {};
  const printed = labels.map((label) => label.text.replace(/\s+/g, '')).join('');
  const line = labels.at(-1)?.line ?? 1;
  return {
    row: expected.row.key,
    printed,
    line,
    score,
    figures: values.length,
    columns: expected.block.columns.length,
  };
}
