import { cellWords } from '../../wording/figure.ts';
import type { Box } from './geometry.ts';
import type { TextLine } from './text-lines.ts';

/** A cell of a table on a page, where it begins: rows and columns from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly page: number;
  readonly lines: readonly TextLine[];
}

/** A table, or the part of one that is on a page. */
export interface Grid {
  readonly cells: readonly GridCell[];
  readonly rows: number;
  /** x of every edge of a column, from the left: one more than there are columns. */
  readonly edges: readonly number[];
  readonly box: Box;
  /** Whether lines draw it; else it is only aligned. */
  readonly ruled: boolean;
}

/** Text of a cell as printed, a line end between its lines. */
export function cellText({ lines }: GridCell): string {
  return cellWords(lines.map(({ text }) => text).join('\n'));
}

export function rowOf(grid: Grid, row: number): GridCell[] {
  return grid.cells.filter((cell) => cell.row === row);
}
