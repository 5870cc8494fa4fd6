import type { FormBlock, FormColumn, FormTable } from '../../../schema/forms/form.ts';
import type { TableRow } from '../../../schema/report.ts';
import { comparableLabel } from '../../comparable-label.ts';
import { readApart } from './apart.ts';
import type { Atom } from './atoms.ts';
import { rowCells } from './cells.ts';
import { stretchOf, type TableReading } from './reading.ts';
import type { Run } from './runs.ts';

/** Share of the headings that must be printed before a line of figures is taken for the table's. */
export const leastHeadings = 0.7;

/** A run with the headings printed before it, which rows of empty cells may have parted from it. */
interface HeadedRun {
  readonly run: Run;
  readonly runs: readonly Run[];
  readonly headings: number;
}

/**
 * Reads a table whose rows stand side by side in one printed line of figures, under headings; null where it is not printed.
 * Agencies that print it in parts, or turned, are read row by row where that finds more of its figures.
 */
export function readAcross(table: FormTable, tableNumber: number, runs: readonly Run[]): TableReading | null {
  const block = table.blocks[0];
  if (block === undefined) return null;
  const inLine = readLine(block, tableNumber, runs);
  if (inLine !== null && placedFigures(inLine) > 0) return inLine;
  return readApart(table, tableNumber, runs) ?? inLine;
}

function readLine(block: FormBlock, tableNumber: number, runs: readonly Run[]): TableReading | null {
  const width = wideColumns(block).length;
  const found = runs
    .map((_, index) => headedRun(runs, index, block))
    .filter(
      ({ run, headings }, index) => headings >= leastHeadings && (run.values.length > 0 || index < runs.length - 1),
    )
    .reduce<HeadedRun | null>((best, next) => (best === null || isBetter(next, best, block) ? next : best), null);
  const label = found?.run.labels.at(-1) ?? found?.run.values[0];
  if (found === null || label === undefined) return null;
  const { run, headings } = found;
  const decision = {
    row: block.rows.map(({ key }) => key).join('+'),
    printed: run.text,
    line: label.line,
    score: headings,
    figures: run.values.length,
    columns: width,
  };
  return {
    rows: splitRow({ block, run, label, tableNumber }),
    stretches: stretchOf(
      wideColumns(block).map((column) => column.key),
      run.values,
    ),
    decisions: [decision],
    score: headings,
    runs: found.runs,
    taken: new Set(run.values),
  };
}

/** More headings; or as many, and a line of figures that stray blanks among the headings part from the others. */
function isBetter(next: HeadedRun, best: HeadedRun, block: FormBlock): boolean {
  if (next.headings !== best.headings) return next.headings > best.headings;
  const isStray = isBlank(best.run) && best.run.values.length < wideColumns(block).length;
  return isStray && next.run.values.length > 0 && next.run.texts.every((text) => isHeading(text, block));
}

function isHeading(text: string, { rows, columns }: FormBlock): boolean {
  return [...rows, ...columns].some(({ labels }) => labels.some((label) => comparableLabel(label) === text));
}

function placedFigures({ rows }: TableReading): number {
  const cells = Object.values(rows).flatMap((row) => Object.values(row));
  return cells.filter((cell) => cell.value !== null).length;
}

function headedRun(runs: readonly Run[], index: number, block: FormBlock): HeadedRun {
  let first = index;
  while (first > 0 && index - first < 4 && isBlank(runs[first - 1])) first -= 1;
  const headed = runs.slice(first, index + 1);
  const text = headed.map((run) => run.text).join('');
  return { run: runs[index] as Run, runs: headed, headings: headingShare(text, block) };
}

function isBlank(run: Run | undefined): boolean {
  return run?.values.some((value) => value.kind !== 'blank') === false && run.values.length > 0;
}

/** Share of the row and column headings that the text holds; each misspelt one costs its share. */
export function headingShare(text: string, block: FormBlock): number {
  const headings = [...block.rows, ...block.columns];
  const held = headings.filter(({ labels }) => labels.some((label) => text.includes(comparableLabel(label))));
  return held.length / headings.length;
}

/** The columns of all rows side by side, each named `row.column`. */
function wideColumns(block: FormBlock): FormColumn[] {
  return block.rows.flatMap((row) => block.columns.map((column) => ({ ...column, key: `${row.key}.${column.key}` })));
}

interface WideRow {
  readonly block: FormBlock;
  readonly run: Run;
  readonly label: Atom;
  readonly tableNumber: number;
}

/** Figures in the order of rows, then columns. A number of figures that does not fill all rows fills none of them. */
function splitRow({ block, run, label, tableNumber }: WideRow): Record<string, TableRow> {
  const columns = wideColumns(block);
  const place = { table: tableNumber, row: 1 };
  const cells = rowCells({
    order: { columns, places: null },
    values: run.values,
    label,
    place,
    headerUnits: new Map(),
  });
  return Object.fromEntries(
    block.rows.map((row) => [
      row.key,
      Object.fromEntries(
        block.columns.flatMap((column) => {
          const cell = cells[`${row.key}.${column.key}`];
          return cell === undefined ? [] : [[column.key, cell]];
        }),
      ),
    ]),
  );
}
