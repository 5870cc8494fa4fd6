import type { StoryBlock, StoryCell, StoryTable } from './story.ts';

/** A cell by the definition of its row: where it begins and ends in twips, and how it merges. */
export interface CellShape {
  readonly left: number;
  readonly right: number;
  /** Whether it is the lower part of a cell merged downwards. */
  readonly continuesDown: boolean;
  /** Whether it is the right part of a cell merged across. */
  readonly continuesAcross: boolean;
}

/** Edges nearer to each other than this, in twips (1/20 point), are one edge drawn by hand. */
const sameEdge = 30;

interface OpenRow {
  readonly cells: readonly (readonly StoryBlock[])[];
  readonly shape: readonly CellShape[];
}

/** Gathers a table whose cells come one after the other and whose rows say their shape at their end. */
export class TableBuilder {
  readonly #rows: OpenRow[] = [];
  #cells: StoryBlock[][] = [];
  #content: StoryBlock[] = [];

  add(block: StoryBlock): void {
    this.#content.push(block);
  }

  endCell(): void {
    this.#cells.push(this.#content);
    this.#content = [];
  }

  endRow(shape: readonly CellShape[]): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, shape });
    this.#cells = [];
    this.#content = [];
  }

  /** The table, its columns told by the edges of all its cells; a row cut off before its end is a row. */
  finish(): StoryTable {
    if (this.#content.length > 0) this.endCell();
    this.endRow([]);
    const columns = columnsOf(this.#rows.flatMap(({ shape }) => shape));
    return { rows: this.#rows.map((row) => toCells(row, columns)) };
  }
}

function toCells({ cells, shape }: OpenRow, columns: (edge: number) => number): StoryCell[] {
  const placed: StoryCell[] = [];
  for (const [index, content] of cells.entries()) {
    const cell = shape.length < cells.length ? undefined : shape[index];
    const column = cell === undefined ? index : columns(cell.left);
    const columnSpan = cell === undefined ? 1 : Math.max(1, columns(cell.right) - column);
    const last = placed.at(-1);
    if (cell?.continuesAcross && last !== undefined && isBlank(content)) {
      placed[placed.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
    } else placed.push({ content, column, columnSpan, continues: cell?.continuesDown ?? false });
  }
  return placed;
}

function isBlank(content: readonly StoryBlock[]): boolean {
  return content.every((block) => typeof block === 'string' && block.trim() === '');
}

/** Numbers edges from the left, counting near ones once. */
function columnsOf(shapes: readonly CellShape[]): (edge: number) => number {
  const edges = [...new Set(shapes.flatMap(({ left, right }) => [left, right]))].sort((left, right) => left - right);
  const numbers = new Map<number, number>();
  let column = -1;
  let begun = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - begun > sameEdge) {
      column += 1;
      begun = edge;
    }
    numbers.set(edge, column);
  }
  return (edge) => numbers.get(edge) ?? 0;
}
