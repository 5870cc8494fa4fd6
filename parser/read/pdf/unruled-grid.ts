import type { Box } from './box.ts';
import { headColumns, mergeSpans, overlap } from './columns.ts';
import type { Grid } from './grid.ts';
import { type Chunk, type Piece, toChunks } from './label-chunks.ts';
import type { SplitLine } from './table-lines.ts';
import { type Row, toGrid } from './unruled-cells.ts';

/** How far outside a cell's lines, in parts of the type's size, its row of figures may stand. */
const besideLabel = 0.6;

/**
 * The tables that aligned text makes: columns are where figures stand below each other, rows are lines of figures, and a
 * label of several lines belongs to the row beside it. A column that a heading names and no row fills is a column of
 * blanks. Headings below figures open a table of other columns.
 */
export function unruledGrids(lines: readonly SplitLine[], page: number): Grid[] {
  const spans = mergeSpans(lines.flatMap(({ figures }) => figures.map(({ box }) => box)));
  const start = figuresStart(lines, spans[0]?.left ?? Infinity);
  const isHeading = (line: SplitLine) => line.figures.length === 0 && line.pieces.some(({ box }) => box.right > start);
  const parts: SplitLine[][] = [[]];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const opens = isHeading(line) && above !== undefined && !isHeading(above);
    if (opens && parts.at(-1)?.some(({ figures }) => figures.length > 0)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  const pitch = rowPitch(lines);
  return parts.flatMap((part) => unruledGrid(part, { page, isHeading, pitch, start }) ?? []);
}

/** Where columns of figures begin: where none has a label, as far left as their headings. */
function figuresStart(lines: readonly SplitLine[], left: number): number {
  const rows = lines.filter(({ figures }) => figures.length > 0);
  const hasLabels = rows.some(({ pieces }) => pieces.some((piece) => isLabel(piece.box, left)));
  return hasLabels ? left : Math.min(left, ...lines.flatMap(({ pieces }) => pieces.map(({ box }) => box.left)));
}

/** Distance between rows, in parts of the type's size, that a single row is taken to have. */
const usualPitch = 1.55;

/** The least distance between two rows of figures that follow each other. */
function rowPitch(lines: readonly SplitLine[]): number {
  const usual = usualPitch * Math.max(0, ...lines.map(({ line }) => line.size));
  const tops = lines.filter(({ figures }) => figures.length > 0).map(({ line }) => line.box.top);
  return tops.length < 2 ? usual : Math.min(...tops.slice(1).map((top, index) => top - (tops[index] ?? top)));
}

interface Range {
  readonly page: number;
  readonly isHeading: (line: SplitLine) => boolean;
  readonly pitch: number;
  /** Where the figures of all tables begin. */
  readonly start: number;
}

function unruledGrid(lines: readonly SplitLine[], { page, isHeading, pitch, start }: Range): Grid | null {
  const rows = lines.filter(({ figures }) => figures.length > 0);
  const spans = mergeSpans(rows.flatMap(({ figures }) => figures.map(({ box }) => box)));
  if (spans.length === 0) return null;
  const chunks = toChunks(
    lines.flatMap((line) => piecesOf(line, { rows, start, isHeading })),
    pitch,
  );
  const headings = chunks.filter(({ box }) => box.right > start).map(({ box }) => box);
  return toGrid(placeRows(rows, chunks, start), { headed: headColumns(spans, headings, start), start, page });
}

interface Setting {
  readonly rows: readonly SplitLine[];
  readonly start: number;
  readonly isHeading: (line: SplitLine) => boolean;
}

/** Everything on a line that is no figure's place: labels, and headings above figures. */
function piecesOf(line: SplitLine, { rows, start, isHeading }: Setting): Piece[] {
  const row = rows.indexOf(line);
  const inRow = row >= 0;
  const labels = inRow ? line.pieces.filter((piece) => isLabel(piece.box, start)) : line.pieces;
  return labels.map((piece) => ({ line: piece, row: inRow ? row : null, isHeading: isHeading(line) }));
}

/** What ends before the figures begin, or has its greater part there. */
function isLabel({ left, right }: Box, start: number): boolean {
  return (left + right) / 2 < start;
}

/** Rows of figures with their labels, and rows of headings, from the top. */
function placeRows(rows: readonly SplitLine[], chunks: readonly Chunk[], start: number): Row[] {
  const beside = chunks.map((chunk) => ({ chunk, row: chunk.row ?? rowBeside(chunk, rows) }));
  const figureRows = rows.map((line, index) => {
    const values = line.pieces.filter(({ box }) => !isLabel(box, start));
    return {
      top: line.line.box.top,
      hasFigures: true,
      labels: beside.filter(({ row }) => row === index).map(({ chunk }) => chunk),
      values: values.map((value) => ({ box: value.box, lines: [value] })),
    };
  });
  const free = beside.filter(({ row }) => row === null).map(({ chunk }) => chunk);
  return [...figureRows, ...headingRows(free, start)].sort((one, other) => one.top - other.top);
}

/** The row of figures that stands beside a label of several lines, nearest to its middle. */
function rowBeside({ box, lines, isHeading }: Chunk, rows: readonly SplitLine[]): number | null {
  if (isHeading) return null;
  const reach = besideLabel * (lines[0]?.size ?? 0);
  const middle = (box.top + box.bottom) / 2;
  const distances = rows.map(({ line }) => {
    const at = (line.box.top + line.box.bottom) / 2;
    return at < box.top - reach || at > box.bottom + reach ? Infinity : Math.abs(at - middle);
  });
  const nearest = Math.min(Infinity, ...distances);
  return nearest === Infinity ? null : distances.indexOf(nearest);
}

/** Headings and labels without figures: those beside each other are one row. */
function headingRows(chunks: readonly Chunk[], start: number): Row[] {
  const rows: Chunk[][] = [];
  for (const chunk of [...chunks].sort((one, other) => one.box.top - other.box.top)) {
    const row = rows.at(-1);
    const bottom = Math.max(...(row ?? []).map(({ box }) => box.bottom));
    const isBeside = row?.every(({ box }) => !overlap(box, chunk.box)) === true;
    if (row !== undefined && isBeside && chunk.box.top < bottom) row.push(chunk);
    else rows.push([chunk]);
  }
  return rows.map((items) => ({
    top: items[0]?.box.top ?? 0,
    hasFigures: false,
    labels: items.filter(({ box }) => box.right <= start),
    values: items.filter(({ box }) => box.right > start),
  }));
}
