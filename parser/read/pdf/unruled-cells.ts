import { around } from './box.ts';
import { type HeadedColumns, overlap } from './columns.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Chunk } from './label-chunks.ts';

/** Something printed in a row. */
type Item = Pick<Chunk, 'box' | 'lines'>;

/** Everything in one row: labels left of the figures, and what stands in the figures' columns. */
export interface Row {
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
export function toGrid(rows: readonly Row[], { headed, start, page }: Layout): Grid {
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
