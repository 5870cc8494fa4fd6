import { around, type Box } from './geometry.ts';
import type { TextLine } from './text-lines.ts';

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

/** Lines of one cell, one below another. */
export interface Chunk {
  readonly lines: readonly TextLine[];
  readonly box: Box;
  /** Index of the row of figures on whose base line one of its lines stands. */
  readonly row: number | null;
  /** Whether it stands among the headings of columns. */
  readonly isHeading: boolean;
}

/** A piece of text in a table, with the row of figures it stands in line with, if any. */
export interface Piece {
  readonly line: TextLine;
  readonly row: number | null;
  readonly isHeading: boolean;
}

/** Lines whose tops are farther apart than this, in parts of the type's size, are not of one cell. */
const widestLeading = 2;
/** How much wider than the narrowest leading of its column the lines of one cell may be set. */
const looserLeading = 1.2;
/** Part of the distance between rows within which lines of a label without a number are set. */
const closerThanRows = 0.95;
/** How far, in parts of the type's size, lines of one cell may begin or be centred apart. */
const alignment = 1.2;
/** Headings one above another are of a group and its columns where they are set wider than lines of type are. */
const headingLeading = 1.5;
/** What a label of its own begins with. */
const ordinal = /^(?:[（(]\s*[一二三四五六七八九十\d]+\s*[)）]|[一二三四五六七八九十\d]+\s*[、.．])/u;

/**
 * Puts the lines of wrapped labels and headings together: set close, aligned, and not beginning with a number of their
 * own. `pitch` is the least distance between rows of figures: lines of one label are set closer.
 */
export function toChunks(pieces: readonly Piece[], pitch: number): Chunk[] {
  const chunks: Piece[][] = [];
  for (const piece of pieces) {
    const above = chunks.findLast((chunk) => continues(chunk, piece, { chunks, pitch }));
    if (above === undefined) chunks.push([piece]);
    else above.push(piece);
  }
  return chunks.map((chunk) => ({
    lines: chunk.map(({ line }) => line),
    box: around(chunk.map(({ line }) => line.box)),
    row: chunk.find(({ row }) => row !== null)?.row ?? null,
    isHeading: chunk.some(({ isHeading }) => isHeading),
  }));
}

interface Found {
  readonly chunks: readonly (readonly Piece[])[];
  readonly pitch: number;
}

function continues(chunk: readonly Piece[], piece: Piece, { chunks, pitch }: Found): boolean {
  const [first] = chunk;
  const last = chunk.at(-1);
  if (first === undefined || last === undefined || ordinal.test(piece.line.text)) return false;
  if (piece.isHeading !== last.isHeading) return false;
  if (piece.isHeading && piece.line.box.top - last.line.box.top > headingLeading * piece.line.size) return false;
  if (piece.row !== null && chunk.some(({ row }) => row !== null)) return false;
  const leading = piece.line.box.top - last.line.box.top;
  if (leading <= 0 || leading > widestLeading * piece.line.size || !isAligned(last.line, piece.line)) return false;
  if (!ordinal.test(first.line.text) && leading >= closerThanRows * pitch) return false;
  return leading <= looserLeading * narrowestLeading(chunks, piece.line, leading);
}

function isAligned({ box: above }: TextLine, { box, size }: TextLine): boolean {
  const overlap = Math.min(above.right, box.right) - Math.max(above.left, box.left);
  const offset = Math.min(
    Math.abs(above.left - box.left),
    Math.abs((above.left + above.right - box.left - box.right) / 2),
  );
  return overlap > 0 && offset <= alignment * size;
}

/** How close lines are set in the cells already found that stand above this line. */
function narrowestLeading(chunks: readonly (readonly Piece[])[], { box }: TextLine, leading: number): number {
  const leadings = chunks
    .filter((chunk) => chunk.some(({ line }) => line.box.left < box.right && line.box.right > box.left))
    .flatMap((chunk) => chunk.slice(1).map(({ line }, index) => line.box.top - (chunk[index]?.line.box.top ?? 0)));
  return Math.min(leading, ...leadings);
}
