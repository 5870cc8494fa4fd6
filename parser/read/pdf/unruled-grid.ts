import { type Chunk, type HeadedColumns, headColumns, mergeSpans, overlap, type Piece, toChunks } from './columns.ts';
import { around, type Box } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import type { SplitLine } from './table-lines.ts';

/** Something printed in a row. */
type Item = Pick<Chunk, 'box' | 'lines'>;

/** Everything in one row: labels left of the figures, and what stands in the figures' columns. */
interface Row {
  readonly top: number;
  /** Whether figures stand in it, so that a column without one is blank. */
  readonly hasFigures: boolean;
  readonly labels: readonly Item[];
  readonly values: readonly Item[];
}

/** Labels that begin farther apart than this, in points, stand in columns of their own. */
const labelColumn = 8;

interface Layout {
  readonly headed: HeadedColumns;
  readonly start: number;
  readonly page: number;
}

/** Rows in cells: labels in columns by where they begin, everything else in the columns of figures. */
function toGrid(rows: readonly Row[], { headed, start, page }: Layout): Grid {
  const lefts = rows.flatMap(({ labels }) => labels.map(({ box }) => box.left)).sort((one, other) => one - other);
  const labelEdges = lefts.filter((left, index) => index === 0 || left - (lefts[index - 1] ?? left) > labelColumn);
  const first = labelEdges.length;
  const cells = rows.flatMap((row, index) => [
    ...labelCells(row.labels, { edges: labelEdges, row: index, page }),
    ...(row.hasFigures ? valueCells : headingCells)(row, { headed, first, row: index, page }),
  ]);
  const { columns } = headed;
  const edges = [...labelEdges, ...columns.map(({ left }) => left), columns.at(-1)?.right ?? start];
  return { cells, rows: rows.length, edges, box: around(cells.map(({ box }) => box)), ruled: false };
}

interface LabelPlace {
  readonly edges: readonly number[];
  readonly row: number;
  readonly page: number;
}

/** Each label reaches to the next one, and the last to the figures: where no label stands is no cell. */
function labelCells(labels: readonly Item[], { edges, row, page }: LabelPlace): GridCell[] {
  const ordered = [...labels].sort((one, other) => one.box.left - other.box.left);
  const columns = ordered.map(({ box }, index) =>
    Math.max(
      index,
      edges.findLastIndex((left) => left <= box.left),
    ),
  );
  return ordered.map(({ box, lines }, index) => {
    const column = columns[index] ?? index;
    const columnSpan = Math.max(1, (columns[index + 1] ?? edges.length) - column);
    return { row, column, rowSpan: 1, columnSpan, box, page, lines };
  });
}

interface ValuePlace {
  readonly headed: HeadedColumns;
  /** Number of the columns of labels. */
  readonly first: number;
  readonly row: number;
  readonly page: number;
}

/** Headings over the columns that they head. */
function headingCells({ values }: Row, { headed, first, row, page }: ValuePlace): GridCell[] {
  return values.map(({ box, lines }) => {
    const [from, to] = headed.over.get(box) ?? [0, headed.columns.length - 1];
    return { row, column: first + from, rowSpan: 1, columnSpan: to - from + 1, box, page, lines };
  });
}

/** A cell for every column, filled with what stands there; what reaches over several columns takes them all. */
function valueCells({ labels, values }: Row, { headed: { columns }, first, row, page }: ValuePlace): GridCell[] {
  const { top, bottom } = around([...labels, ...values].map(({ box }) => box));
  const cells: GridCell[] = [];
  let next = 0;
  for (const item of [...values].sort((one, other) => one.box.left - other.box.left)) {
    const own = columns.findIndex((column) => overlap(column, item.box));
    const nearest = Math.max(
      0,
      columns.findLastIndex(({ left }) => left <= item.box.left),
    );
    const column = Math.max(next, own < 0 ? nearest : own);
    cells.push(...blanks(next, column));
    const reach = columns.findLastIndex(({ left }) => left < item.box.right);
    const columnSpan = Math.max(1, reach - column + 1);
    cells.push({ row, column: first + column, rowSpan: 1, columnSpan, box: item.box, page, lines: item.lines });
    next = column + columnSpan;
  }
  return [...cells, ...blanks(next, columns.length)];

  function blanks(from: number, to: number): GridCell[] {
    return columns.slice(from, to).map(({ left, right }, index) => {
      const box = { left, right, top, bottom };
      return { row, column: first + from + index, rowSpan: 1, columnSpan: 1, box, page, lines: [] };
    });
  }
}

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
