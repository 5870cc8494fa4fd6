import { isFigureLike } from '../../wording/figure.ts';
import { normalise } from '../../wording/normalise.ts';
import { cellText, type Grid, type GridCell, rowOf } from './grid.ts';
import type { PageItem } from './page-items.ts';

/** How far, in points, edges of a column may lie apart on two pages. */
const sameEdge = 8;
const hasDigit = /\d/u;
/** A line this near to the sides of its cell, in sizes of its type, may go on in the next one. */
const fullLine = 2.2;
/** The same for what is left between the free strips at both sides of a cell. */
const fullCell = 1.3;

/** Puts a table that goes on over pages together again: what is printed again at the top of a page stands once. */
export function joinPages(items: readonly PageItem[]): PageItem[] {
  const joined: PageItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    joined.splice(-1, 1, ...(last === undefined ? [item] : joinTwo(last, item)));
  }
  return joined;
}

function joinTwo(before: PageItem, after: PageItem): PageItem[] {
  if (before.kind !== 'grid' || after.kind !== 'grid' || lastPage(before.grid) + 1 !== after.page)
    return [before, after];
  if (!before.grid.ruled) {
    const [above, below] = withLabelEnd(before.grid, after.grid);
    return [
      { ...before, grid: above },
      { ...after, grid: below },
    ];
  }
  const edges = commonEdges(before.grid, after.grid);
  if (edges === null) return [before, after];
  return [{ ...before, grid: append(inColumns(before.grid, edges), inColumns(after.grid, edges)) }];
}

/**
 * Tables that are not drawn stay apart, for their columns differ; but the end of a label at the top of a page goes back to
 * its row: words alone, without a number of their own, below a numbered label whose last line is full.
 */
function withLabelEnd(above: Grid, below: Grid): [Grid, Grid] {
  const row = knownHeadings(above, below);
  const [end, ...others] = rowOf(below, row);
  const label = rowOf(above, above.rows - 1).findLast(startsLabel);
  if (end === undefined || label === undefined || others.length > 0) return [above, below];
  if (startsLabel(end) || isFigureLike(cellText(end)) || !isFullLine(label, above)) return [above, below];
  if (Math.abs(end.box.left - label.box.left) > sameEdge) return [above, below];
  const rest = below.cells.filter((cell) => cell !== end);
  const moved = rest.map((cell) => (cell.row > row ? { ...cell, row: cell.row - 1 } : cell));
  return [
    { ...above, cells: mergeRow(above, [{ above: label, below: end }]) },
    { ...below, cells: moved, rows: below.rows - 1 },
  ];
}

/** Rows at the top of a page whose words all stand in the table's headings. */
function knownHeadings(above: Grid, below: Grid): number {
  const first = above.cells.find((cell) => isFigureLike(cellText(cell)))?.row ?? 0;
  const headings = normalise(
    above.cells
      .filter(({ row }) => row < first)
      .map(cellText)
      .join(''),
  );
  const isKnown = (cell: GridCell) => cell.lines.every(({ text }) => headings.includes(normalise(text)));
  let rows = 0;
  while (rows < below.rows - 1 && rowOf(below, rows).every(isKnown)) rows += 1;
  return rows;
}

/** Whether the label's last line reaches as far as any of its column. */
function isFullLine({ lines, column }: GridCell, grid: Grid): boolean {
  const last = lines.at(-1);
  const rights = grid.cells.filter((cell) => cell.column === column && cell.rowSpan === 1).map(({ box }) => box.right);
  return last !== undefined && last.box.right >= Math.max(...rights) - fullLine * last.size;
}

function lastPage(grid: Grid): number {
  return Math.max(...grid.cells.map(({ page }) => page));
}

/**
 * Edges of the columns of both, as they stand on the first page: one page may show a column that the other does not
 * part. Null where the two are not as wide, or have few edges in common.
 */
function commonEdges(above: Grid, below: Grid): number[] | null {
  const shift = (above.edges[0] ?? 0) - (below.edges[0] ?? 0);
  const moved = below.edges.map((edge) => edge + shift);
  const own = moved.filter((edge) => nearest(above.edges, edge) > sameEdge);
  const widths = [above, below].map(({ edges }) => (edges.at(-1) ?? 0) - (edges[0] ?? 0));
  const isAsWide = Math.abs((widths[0] ?? 0) - (widths[1] ?? 0)) <= sameEdge;
  if (!isAsWide || own.length * 2 > moved.length) return null;
  return [...above.edges, ...own].sort((one, other) => one - other);
}

function nearest(edges: readonly number[], edge: number): number {
  return Math.min(Infinity, ...edges.map((other) => Math.abs(other - edge)));
}

/** The same table with its cells numbered by other edges, among which are its own. */
function inColumns(grid: Grid, edges: readonly number[]): Grid {
  const shift = (edges[0] ?? 0) - (grid.edges[0] ?? 0);
  const columns = grid.edges.map((edge) => {
    const distances = edges.map((other) => Math.abs(other - edge - shift));
    return distances.indexOf(Math.min(...distances));
  });
  const at = (edge: number) => columns[edge] ?? 0;
  const cells = grid.cells.map((cell) => ({
    ...cell,
    column: at(cell.column),
    columnSpan: at(cell.column + cell.columnSpan) - at(cell.column),
  }));
  return { ...grid, cells, edges };
}

function append(above: Grid, below: Grid): Grid {
  const repeated = repeatedRows(above, below);
  const row = rowOf(below, repeated);
  const pairs = pairsAcross(above, row);
  const split = isSplitRow(pairs, row, paddingOf(above));
  const cells = split ? mergeRow(above, pairs) : above.cells;
  const skipped = repeated + (split ? 1 : 0);
  const rest = below.cells
    .filter(({ row }) => row >= skipped)
    .map((cell) => ({ ...cell, row: cell.row - skipped + above.rows }));
  return { ...above, cells: [...cells, ...rest], rows: above.rows + below.rows - skipped };
}

/** Headings that the writing program repeats on every page: rows equal to the table's first ones. */
function repeatedRows(above: Grid, below: Grid): number {
  let rows = 0;
  while (rows < below.rows - 1 && isHeading(below, rows) && isSameRow(rowOf(above, rows), rowOf(below, rows)))
    rows += 1;
  return rows;
}

/** A row of words; its cells that reach further down are headings too. */
function isHeading(grid: Grid, row: number): boolean {
  const texts = rowOf(grid, row).map(cellText);
  return texts.some((text) => text !== '') && !texts.some((text) => hasDigit.test(text));
}

function isSameRow(one: readonly GridCell[], other: readonly GridCell[]): boolean {
  const key = (row: readonly GridCell[]) => row.map((cell) => `${cell.column}:${normalise(cellText(cell))}`).join('|');
  return key(one) === key(other);
}

/** A place that is on both sides of the page's end. */
interface Pair {
  readonly above: GridCell;
  readonly below: GridCell;
}

/** Cells of a page's first row with the cells above them that reach the end of the page before. */
function pairsAcross(above: Grid, row: readonly GridCell[]): Pair[] {
  const last = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rows);
  return row.flatMap((below) => {
    const cell = last.find(({ column, columnSpan }) => column === below.column && columnSpan === below.columnSpan);
    return cell === undefined ? [] : [{ above: cell, below }];
  });
}

/**
 * Whether a row was cut by the end of the page: every place that is filled on both pages goes on from a full line, and
 * no label of its own begins. Digits go on only where nothing new begins beside them. Or the label stands whole on one page
 * and its figures on the other, as where either is set in the middle of a high row.
 */
function isSplitRow(pairs: readonly Pair[], row: readonly GridCell[], padding: number): boolean {
  if (pairs.length < row.length) return false;
  const ofRow = pairs.filter(({ above, below }) => above.rowSpan === 1 && below.rowSpan === 1);
  if (isLabelBelow(ofRow)) return true;
  if (pairs.some(({ below }) => startsLabel(below))) return false;
  const both = ofRow.filter(({ above, below }) => isFilled(above) && isFilled(below));
  const begun = ofRow.filter(({ above, below }) => !isFilled(above) && isFilled(below));
  if (both.length === 0) return begun.length > 0 && begun.every(isFigureBelow) && ofRow.some(isLabelAbove);
  const cutsDigits = both.some(({ above }) => hasDigit.test(cellText(above).slice(-1)));
  return both.every(({ above }) => goesOn(above, padding)) && !(cutsDigits && begun.length > 0);
}

function isFigureBelow({ below }: Pair): boolean {
  return isFigureLike(cellText(below));
}

function isLabelAbove({ above }: Pair): boolean {
  return isFilled(above) && !isFigureLike(cellText(above));
}

/** Figures without a label end the page, and a label without figures begins the next. */
function isLabelBelow(pairs: readonly Pair[]): boolean {
  const above = pairs.filter((pair) => isFilled(pair.above));
  const below = pairs.filter((pair) => isFilled(pair.below));
  if (above.length < 2 || below.length !== 1 || above.some((pair) => below.includes(pair))) return false;
  return above.every((pair) => isFigureLike(cellText(pair.above))) && below.every((pair) => !isFigureBelow(pair));
}

const ownNumber = /^[（(]?[一二三四五六七八九十\d]+\s*[)）、.．]/u;

function startsLabel(cell: GridCell): boolean {
  return ownNumber.test(cellText(cell));
}

function isFilled({ lines }: GridCell): boolean {
  return lines.length > 0;
}

/** Whether the cell's last line leaves no room for another character, or for one with a sign that may not end a line. */
function goesOn({ lines, box }: GridCell, padding: number): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  const free = box.right - box.left - (last.box.right - last.box.left);
  return free < fullLine * last.size || free - 2 * padding < fullCell * last.size;
}

/** How far from its sides a table's cells keep their text free: what the fullest line of any leaves. */
function paddingOf({ cells }: Grid): number {
  const gaps = cells.flatMap(({ box, lines }) => lines.map((line) => line.box.left - box.left));
  return Math.max(0, Math.min(...gaps));
}

/** The table with what is left of its last row, and its merged cells as deep as they go on. */
function mergeRow(grid: Grid, pairs: readonly Pair[]): GridCell[] {
  return grid.cells.map((cell) => {
    const rest = pairs.find(({ above }) => above === cell)?.below;
    if (rest === undefined) return cell;
    return { ...cell, rowSpan: cell.rowSpan + rest.rowSpan - 1, lines: [...cell.lines, ...rest.lines] };
  });
}
