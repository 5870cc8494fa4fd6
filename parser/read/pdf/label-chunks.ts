import { around, type Box } from './box.ts';
import type { TextLine } from './text-lines.ts';

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
