import type { FormBlock, FormColumn, FormRow, FormTable } from '../../schema/law/forms/form.ts';
import type { TableRow } from '../../schema/record/report.ts';
import { comparableLabel, normalise } from '../wording/normalise.ts';
import { isSimilar } from '../wording/similarity.ts';
import { readApart } from './apart.ts';
import type { Atom } from './atoms.ts';
import { printedPlaces, rowCells } from './cells.ts';
import { addedColumn, type ColumnOrder, formOrder } from './printed-columns.ts';
import type { Run } from './runs.ts';
import { stretchOf, type TableReading } from './runs.ts';

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
  const found = runs
    .map((_, index) => headedRun(runs, index, block))
    .filter(
      ({ run, headings }, index) => headings >= leastHeadings && (run.values.length > 0 || index < runs.length - 1),
    )
    .reduce<HeadedRun | null>((best, next) => (best === null || isBetter(next, best, block) ? next : best), null);
  if (found === null) return null;
  const figures = lineOfFigures(runs, runs.indexOf(found.run), block);
  const { headings } = found;
  const values = figures?.values ?? [];
  const label = found.run.labels.at(-1) ?? values[0];
  if (label === undefined) return null;
  const order = wideOrder(
    block,
    found.runs.flatMap((run) => [...run.labels, ...run.values.filter(({ kind }) => kind === 'label')]),
    values,
  );
  const decision = {
    row: block.rows.map(({ key }) => key).join('+'),
    printed: found.run.text,
    line: label.line,
    score: headings,
    figures: values.length,
    columns: wideColumns(block).length,
  };
  const paths = order.columns.flatMap((column) => (column === addedColumn ? [] : [column.key]));
  return {
    rows: splitRow({ block, order, values, label, tableNumber }),
    stretches: order.isKnown ? stretchOf(paths, values) : [],
    places: printedPlaces(values, order, paths),
    decisions: [decision],
    score: headings,
    runs: figures === null || found.runs.includes(figures.run) ? found.runs : [...found.runs, figures.run],
    taken: new Set(values),
  };
}

/** How far below its headings, parted by a note or by the numbers of the columns, the line of figures may stand. */
const figuresDistance = 2;

/** The line of figures of a table, and the run that holds it. */
interface FiguresLine {
  readonly run: Run;
  readonly values: readonly Atom[];
}

/**
 * The figures printed after the headings, past the numbers of the columns; or a line of figures alone below them that is
 * as long as the table is wide.
 */
function lineOfFigures(runs: readonly Run[], headed: number, block: FormBlock): FiguresLine | null {
  const run = runs[headed] as Run; // an index of this list
  const width = wideColumns(block).length;
  const own = { run, values: run.values };
  if (areColumnNumbers(run.values.slice(0, width), width)) {
    const values = run.values.slice(width);
    const isNextLine = values[0]?.line !== run.values[width - 1]?.line;
    if (values.length > 0) return isNextLine ? { run, values } : own;
  } else if (run.values.length > 0) return own;
  const below = runs.slice(headed + 1, headed + 1 + figuresDistance);
  const line = below.find(
    ({ values, texts }) => values.length === width && !texts.some((text) => isHeading(text, block)),
  );
  if (line !== undefined) return { run: line, values: line.values };
  return run.values.length > 0 ? own : null;
}

function areColumnNumbers(values: readonly Atom[], width: number): boolean {
  return values.length === width && values.every(({ text }, index) => text.trim() === String(index + 1));
}

/** More headings; or as many, and a line of figures that stray blanks among the headings part from the others. */
function isBetter(next: HeadedRun, best: HeadedRun, block: FormBlock): boolean {
  if (next.headings !== best.headings) return next.headings > best.headings;
  const isStray = holdsHeadingsAlone(best.run, block) && best.run.values.length < wideColumns(block).length;
  return isStray && next.run.values.length > 0 && next.run.texts.every((text) => isHeading(text, block));
}

function isHeading(text: string, { rows, columns }: FormBlock): boolean {
  const labels = [
    ...rows.flatMap((row) => [...row.labels, ...row.groups]),
    ...columns.flatMap((column) => column.labels),
  ];
  return labels.some((label) => comparableLabel(label) === text);
}

function placedFigures({ rows }: TableReading): number {
  const cells = Object.values(rows).flatMap((row) => Object.values(row));
  return cells.filter((cell) => cell.value !== null).length;
}

/** Runs into which empty cells part three lines of headings: two groups, two below them, the columns, and the figures. */
const mostHeadingRuns = 5;

function headedRun(runs: readonly Run[], index: number, block: FormBlock): HeadedRun {
  let first = index;
  while (first > 0 && index - first < mostHeadingRuns && holdsHeadingsAlone(runs[first - 1], block)) first -= 1;
  const headed = runs.slice(first, index + 1);
  const text = headed.map((run) => run.text + headingsAmongBlanks(run)).join('');
  return { run: runs[index] as Run, runs: headed, headings: headingShare(text, block) };
}

/** Whether no figure follows the headings: a heading among the empty cells of a grid's row stands in a figure's place. */
function holdsHeadingsAlone(run: Run | undefined, block: FormBlock): boolean {
  if (run === undefined || run.values.length === 0) return false;
  return run.values.every(
    ({ kind, text }) => kind === 'blank' || (kind === 'label' && isHeading(normalise(text), block)),
  );
}

function headingsAmongBlanks({ values }: Run): string {
  return values.flatMap(({ kind, text }) => (kind === 'label' ? [normalise(text)] : [])).join('');
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

/** The order of the line's figures: by the headings above each in a grid, in the form's order elsewhere, if that is printed. */
function wideOrder(block: FormBlock, labels: readonly Atom[], values: readonly Atom[]): ColumnOrder {
  const wide = wideColumns(block);
  const byPlace = values.map((value) => columnAbove(value, labels, block));
  const keys = new Set(byPlace);
  if (values.length === wide.length && keys.size === wide.length && !keys.has(null)) {
    return formOrder(byPlace.flatMap((key) => wide.find((column) => column.key === key) ?? []));
  }
  // One line of figures: no other shows whether a blank at its end is a cell or an edge.
  return { ...(orderedAsLines(block, labels) ?? { ...formOrder(wide), isKnown: false }), blankEdge: null };
}

const sameHeading = 0.8;

/**
 * The cell, `row.column`, that the headings above a figure of a grid name, those right over it before others that reach over empty
 * cells; null where they name none.
 */
function columnAbove({ grid }: Atom, labels: readonly Atom[], { columns, rows }: FormBlock): string | null {
  if (grid === null) return null;
  const isOver = (label: Atom) => (label.grid?.column ?? 0) + label.columnSpan > grid.column;
  const above = labels
    .filter((label) => label.grid !== null && reaches(label, grid.column, labels))
    .sort(
      (left, right) => Number(isOver(right)) - Number(isOver(left)) || (right.grid?.row ?? 0) - (left.grid?.row ?? 0),
    );
  const named = (list: readonly (FormColumn | FormRow)[]) =>
    above.flatMap((label) => list.find((each) => isNamed(normalise(label.text), each)) ?? [])[0];
  const [column, row] = [named(columns), named(rows)];
  return column === undefined || row === undefined ? null : `${row.key}.${column.key}`;
}

/** A heading stands over its own columns, and over empty cells beside it, as tools print that do not merge. */
function reaches({ grid, columnSpan, text }: Atom, column: number, labels: readonly Atom[]): boolean {
  if (grid === null || grid.column > column) return false;
  if (grid.column + columnSpan > column) return true;
  const isGroup = !labels.some(
    (other) => other.grid?.row !== grid.row && other.text === text && other.grid?.column === grid.column,
  );
  const next = labels.filter((other) => other.grid?.row === grid.row && other.grid.column > grid.column);
  return columnSpan === 1 && isGroup && !next.some((other) => (other.grid?.column ?? 0) <= column);
}

function isNamed(text: string, { labels }: FormColumn | FormRow): boolean {
  return labels.some((label) => isSimilar(comparableLabel(label), text, sameHeading));
}

/**
 * The order that headings printed in lines show, one and the same in each group; null where they are in another order
 * that does not tell. Headings that are not all found as they are on the form say nothing.
 */
function orderedAsLines(block: FormBlock, labels: readonly Atom[]): ColumnOrder | null {
  const texts = labels.map((label) => normalise(label.text));
  const indexes = (list: readonly (FormColumn | FormRow)[]) =>
    texts.map((text) => list.findIndex((each) => isNamed(text, each))).filter((index) => index >= 0);
  const [columns, rows] = [indexes(block.columns), indexes(block.rows)];
  const isSwapped =
    (rows.length === block.rows.length && rows.some((row, at) => row !== at)) || areGroupsSwapped(block, texts);
  const { length } = block.columns;
  const first = columns.slice(0, length);
  if (columns.length !== length * block.rows.length) return isSwapped ? null : formOrder(wideColumns(block));
  const isRepeated = columns.every((column, at) => column === first[at % length]) && new Set(first).size === length;
  if (isSwapped || !isRepeated) return null;
  return formOrder(wideColumns({ ...block, columns: first.flatMap((at) => block.columns[at] ?? []) }));
}

/** Whether a group of rows is printed before one that the form prints above it: 行政诉讼, 行政复议. */
function areGroupsSwapped({ rows }: FormBlock, texts: readonly string[]): boolean {
  const outermost = rows.map(({ groups, labels }) => (groups[0] === undefined ? labels : [groups[0]]));
  const firsts = outermost
    .map((labels) => texts.findIndex((text) => labels.map(comparableLabel).includes(text)))
    .filter((first) => first >= 0);
  return firsts.some((first, index) => first < (firsts[index - 1] ?? 0));
}

interface WideRow {
  readonly block: FormBlock;
  readonly order: ColumnOrder;
  readonly values: readonly Atom[];
  readonly label: Atom;
  readonly tableNumber: number;
}

/** Figures in the order of print. A number of figures that does not fill all rows fills none of them. */
function splitRow({ block, order, values, label, tableNumber }: WideRow): Record<string, TableRow> {
  const place = { table: tableNumber, row: 1 };
  const cells = rowCells({ order, values, label, place, headerUnits: new Map() });
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
