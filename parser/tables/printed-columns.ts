import type { FormBlock, FormColumn } from '../../schema/law/forms/form.ts';
import { comparableLabel, normalise } from '../wording/normalise.ts';
import { isSimilar } from '../wording/similarity.ts';
import type { PrintedRow } from './align.ts';
import type { Atom } from './atoms.ts';
import { isOtherYears } from './labelled-years.ts';
import type { Run } from './runs.ts';

/** A column that the document adds to the form's: its figures are no cell of the form. */
export const addedColumn = null;

/** How the columns of a block stand in print. */
export interface ColumnOrder {
  /** In the order their figures are printed. */
  readonly columns: readonly (FormColumn | typeof addedColumn)[];
  /** Grid columns that their headings stand in; null where unknown. */
  readonly places: readonly number[] | null;
  /** How often each is printed, one after the other, as tools do that repeat merged cells. */
  readonly repeats: number;
  /** False where the headings are printed in another order than the form's and do not tell which figures are whose. */
  readonly isKnown: boolean;
  /** Where blanks beyond the columns stand: before them (merged labels), after them; null where rows disagree. */
  readonly blankEdge: 'start' | 'end' | null;
}

const sameHeading = 0.8;

/** The order of the form, where nothing printed says otherwise. */
export function formOrder(columns: readonly FormColumn[]): ColumnOrder {
  return { columns, places: null, repeats: 1, isKnown: true, blankEdge: 'end' };
}

/**
 * The columns of a block in print: the form's, unless its headings say that they are swapped, repeated, or that others
 * stand between them. A grid shows which column each heading stands over. In lines, headings in another order than the
 * form's are followed where all of one level stand on one line; where they are strewn over lines, the order is not known.
 * Headings that are not all printed once say nothing: the figures are read in the form's order.
 */
export function printedColumns(block: FormBlock, rows: readonly PrintedRow[], runs: readonly Run[]): ColumnOrder {
  const first = rows.find((row) => row.expected.block === block);
  if (first === undefined) return formOrder(block.columns);
  const blankEdge = blankEdgeOf(block, rows);
  if (first.label.grid === null) return { ...orderInLines(block, headingsAbove(first.run, runs)), blankEdge };
  const headings = headingsAbove(first.run, runs).filter(
    ({ grid }) => grid !== null && grid.table === first.label.grid?.table && grid.row < first.label.grid.row,
  );
  return { ...orderInGrid(block, headings, added(block, rows)), blankEdge };
}

/** A full row that ends in a figure shows that the columns end there; one that begins with a figure, where they begin. */
function blankEdgeOf(block: FormBlock, rows: readonly PrintedRow[]): ColumnOrder['blankEdge'] {
  const full = rows.filter(({ expected, values }) => expected.block === block && values.length >= block.columns.length);
  const isBlankAfter = full.some(({ values }) => values.length > block.columns.length && values[0]?.kind !== 'blank');
  if (full.every(({ values }) => values.at(-1)?.kind === 'blank')) return 'end';
  // A lone row in text: its first blank may be an edge, or its own where the last figure is a merged cell's, printed twice.
  if (full.length === 1 && full.every(({ label }) => label.grid === null)) return null;
  return isBlankAfter ? null : 'start';
}

function orderInGrid(block: FormBlock, headings: readonly Atom[], addedWidth: number): ColumnOrder {
  const found = block.columns.map((column) => headings.filter((heading) => isHeading(heading, column)));
  const spans = found.map((atoms) => [...new Set(atoms.map(columnOf))].sort((left, right) => left - right));
  const isContiguous = spans.every((span) => span.every((column, index) => column === (span[0] ?? 0) + index));
  const repeats = spans[0]?.length ?? 0;
  const places = spans.map((span) => span[0] ?? 0);
  const isTold = repeats > 0 && isContiguous && spans.every((span) => span.length === repeats);
  if (!isTold || new Set(places).size < places.length) {
    return { ...formOrder(block.columns), isKnown: areInOrder(found) };
  }
  const lowest = found.map((atoms) => atoms.at(-1) as Atom); // each column is found
  const [first, last] = [Math.min(...places), Math.max(...places) + repeats - 1];
  const others = headings.filter(
    (heading) =>
      !found.some((atoms) => atoms.includes(heading)) &&
      isLeaf(heading, lowest) &&
      !places.includes(columnOf(heading)) &&
      columnOf(heading) >= first &&
      columnOf(heading) <= last + addedWidth,
  );
  const leaves = [
    ...lowest.map((atom, index) => ({ atom, place: places[index] ?? 0 })),
    ...others.map((atom) => ({ atom, place: columnOf(atom) })),
  ];
  leaves.sort((left, right) => left.place - right.place);
  return {
    columns: leaves.map(({ atom }) => block.columns.find((column) => isHeading(atom, column)) ?? addedColumn),
    places: leaves.map(({ place }) => place),
    repeats: others.length > 0 ? 1 : repeats,
    isKnown: true,
    blankEdge: 'end',
  };
}

/** Whether headings that do not tell their columns, as tools print that lose merged cells, are in the form's order within each row. */
function areInOrder(found: readonly (readonly Atom[])[]): boolean {
  const rows = Map.groupBy(
    found.flatMap((atoms, index) => atoms.map((atom) => ({ atom, index }))),
    ({ atom }) => atom.grid?.row,
  );
  return [...rows.values()].every((row) => {
    const printed = row.toSorted(
      (left, right) => columnOf(left.atom) - columnOf(right.atom) || left.index - right.index,
    );
    return printed.every(({ index }, at) => at === 0 || index >= (printed[at - 1]?.index ?? 0));
  });
}

/** A heading in a line of text: a column of the form, or a group of columns. */
interface Heading {
  readonly atom: Atom;
  readonly column: FormColumn | null;
  readonly group: string | null;
}

/** Lines of headings that empty cells among them may part. */
const headingLines = 4;

function headingsAbove(run: Run, runs: readonly Run[]): Atom[] {
  const at = runs.indexOf(run);
  const above = runs.slice(Math.max(0, at - headingLines), at);
  const last = above.findLastIndex(({ values }) => values.length === 0 || values.some(({ kind }) => kind !== 'blank'));
  return [...above.slice(last + 1), run].flatMap(({ labels }) => labels);
}

function orderInLines({ columns }: FormBlock, labels: readonly Atom[]): ColumnOrder {
  const headings = labels.flatMap((atom): Heading[] => {
    const column = columns.find((each) => isHeading(atom, each)) ?? null;
    const group = column === null ? groupOf(atom, columns) : null;
    return column === null && group === null ? [] : [{ atom, column, group }];
  });
  const once = headings.filter(
    ({ column, group }, index) =>
      headings.findIndex((each) => each.column === column && each.group === group) === index,
  );
  const printed = once.filter(({ column }) => column !== null);
  const order = inOrder(once);
  if (isFormOrder(printed, columns) || isFormOrder(order, columns)) {
    return { ...formOrder(columns), repeats: repeatsOf(headings, columns) };
  }
  const isTold = order.length === columns.length && isLevel(once);
  return isTold ? formOrder(columnsOf(order)) : { ...formOrder(columns), isKnown: false };
}

function columnsOf(headings: readonly Heading[]): FormColumn[] {
  return headings.flatMap(({ column }) => column ?? []);
}

function isFormOrder(headings: readonly Heading[], columns: readonly FormColumn[]): boolean {
  const indexes = columnsOf(headings).map((column) => columns.indexOf(column));
  return indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? 0));
}

/** Columns as they are printed, those of a group in its place. */
function inOrder(headings: readonly Heading[]): Heading[] {
  const groups = headings.map(({ group }) => group);
  const isGrouped = ({ column }: Heading) =>
    column?.groups?.some((group) => groups.includes(comparableLabel(group))) ?? false;
  return headings.flatMap((heading) => {
    if (heading.group === null) return isGrouped(heading) ? [] : [heading];
    return headings.filter(({ column }) => column?.groups?.some((group) => comparableLabel(group) === heading.group));
  });
}

/** Whether the columns that stand in no printed group are on one line, and those of each group too. */
function isLevel(headings: readonly Heading[]): boolean {
  const levels = Map.groupBy(
    headings.filter(({ column }) => column !== null),
    ({ column }) => column?.groups?.findLast((group) => headings.some((each) => each.group === comparableLabel(group))),
  );
  return [...levels.values()].every((level) => new Set(level.map(({ atom }) => atom.line)).size === 1);
}

/** The innermost group of columns that the label is the heading of, as it is compared. */
function groupOf(atom: Atom, columns: readonly FormColumn[]): string | null {
  const text = normalise(atom.text);
  const inner = columns.map(({ groups }) => groups?.at(-1)).filter((group) => group !== undefined);
  const members = inner.filter((group) => columns.some((column) => !column.groups?.includes(group)));
  return members.map(comparableLabel).find((group) => isSimilar(group, text, sameHeading)) ?? null;
}

function repeatsOf(headings: readonly Heading[], columns: readonly FormColumn[]): number {
  const counts = new Set(columns.map((column) => headings.filter((each) => each.column === column).length));
  const [count = 1] = counts;
  const lines = new Set(headings.map(({ atom }) => atom.line));
  return counts.size === 1 && lines.size === 1 ? Math.max(1, count) : 1;
}

/** How many places more than the form's columns the block's widest row has. */
function added(block: FormBlock, rows: readonly PrintedRow[]): number {
  const widths = rows.filter((row) => row.expected.block === block).map((row) => row.values.length);
  return Math.max(0, Math.max(0, ...widths) - block.columns.length);
}

function isHeading(atom: Atom, column: FormColumn): boolean {
  const text = normalise(atom.text);
  return column.labels
    .map(comparableLabel)
    .some((label) => isSimilar(label, text, sameHeading) && !isOtherYears(text, label));
}

/** A heading with no other heading below it: it spans one column, or stands as low as the form's own. */
function isLeaf(atom: Atom, leaves: readonly Atom[]): boolean {
  return leaves.includes(atom) || (atom.columnSpan === 1 && leaves.some((leaf) => leaf.grid?.row === atom.grid?.row));
}

function columnOf(atom: Atom): number {
  return atom.grid?.column ?? 0;
}
