import type { Box } from './box.ts';

/** A span of x that one column takes. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Columns of figures from the left, and the first and last column that each heading stands over. */
export interface HeadedColumns {
  readonly columns: readonly Column[];
  readonly over: ReadonlyMap<Box, readonly [first: number, last: number]>;
}

/** Spans that overlap, as one. */
export function mergeSpans(spans: readonly Column[]): Column[] {
  const merged: Column[] = [];
  for (const { left, right } of [...spans].sort((one, other) => one.left - other.left)) {
    const last = merged.at(-1);
    if (last === undefined || left >= last.right) merged.push({ left, right });
    else merged[merged.length - 1] = { left: last.left, right: Math.max(last.right, right) };
  }
  return merged;
}

export function overlap(one: Column, other: Column): boolean {
  return one.left < other.right && one.right > other.left;
}

/**
 * Columns where figures stand, and columns whose heading stands over none: they are blank. A heading that is set beside
 * its figures, not over them, is theirs where no other heading is nearer. Headings above others are of groups.
 */
export function headColumns(figures: readonly Column[], headings: readonly Box[], start: number): HeadedColumns {
  const lowest = lowestOf(headings);
  const claims = lowest.map((box, index) => {
    const over = figures.find((column) => overlap(column, box));
    const beside = { left: lowest[index - 1]?.right ?? start, right: lowest[index + 1]?.left ?? Infinity };
    const free = figures.find((column) => overlap(column, beside) && !lowest.some((other) => overlap(column, other)));
    return { box, column: over ?? free ?? { left: box.left, right: box.right } };
  });
  const columns = [...new Set([...figures, ...claims.map(({ column }) => column)])].sort(byLeft);
  const own = claims.map(({ box, column }) => [box, spanOf(columns, column, box)] as const);
  const groups = headings.filter((box) => !lowest.includes(box));
  const grouped = groups.map((box) => [box, groupSpan(columns, box, headings)] as const);
  return { columns, over: new Map([...own, ...grouped]) };
}

function byLeft(one: Column, other: Column): number {
  return one.left - other.left;
}

/** Headings with none below them, from the left. One alone on its line is a caption, and heads no column of its own. */
function lowestOf(headings: readonly Box[]): Box[] {
  return headings
    .filter((box) => headings.some((other) => other !== box && isBeside(other, box)) || headings.length === 1)
    .filter((box) => !headings.some((other) => other.top > box.top && overlap(other, box)))
    .sort(byLeft);
}

function isBeside(one: Box, other: Box): boolean {
  return one.top < other.bottom && one.bottom > other.top;
}

/** From the claimed column as far as the heading itself reaches. */
function spanOf(columns: readonly Column[], claimed: Column, box: Box): readonly [number, number] {
  const first = columns.indexOf(claimed);
  const last = columns.findLastIndex((column) => overlap(column, box));
  return [first, Math.max(first, last)];
}

/** A group's heading stands over everything between the headings beside it. */
function groupSpan(columns: readonly Column[], box: Box, headings: readonly Box[]): readonly [number, number] {
  const beside = headings.filter((other) => other !== box && isBeside(other, box));
  const left = Math.max(-Infinity, ...beside.filter((other) => other.right <= box.left).map(({ right }) => right));
  const right = Math.min(Infinity, ...beside.filter((other) => other.left >= box.right).map((other) => other.left));
  const first = columns.findIndex((column) => column.left >= left);
  const last = columns.findLastIndex((column) => column.right <= right);
  return [Math.max(0, first), Math.max(0, first, last)];
}
