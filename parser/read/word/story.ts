import type { Block } from '../document.ts';
import { Flow, type FlowCell } from '../flow.ts';

/** The text of a word processor's document as its file stores it, before tables are told from mere layout. */
export type StoryBlock = string | StoryTable;

/** One row an array; cells that continue one above are still there. */
export interface StoryTable {
  readonly rows: readonly (readonly StoryCell[])[];
}

export interface StoryCell {
  readonly content: readonly StoryBlock[];
  /** First column of the table's grid that it covers, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  /** Whether it continues the cell above, as the lower part of one merged downwards does. */
  readonly continues: boolean;
}

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

/** Tables nested deeper than this are damage. */
const deepest = 50;

/** Builds a story from paragraphs that say how many tables are around them, as Word's older formats store tables. */
export class StoryBuilder {
  readonly #story: StoryBlock[] = [];
  readonly #open: TableBuilder[] = [];

  /** What follows stands in so many tables. */
  enter(depth: number): void {
    const tables = Math.min(Math.max(0, depth), deepest);
    while (this.#open.length > tables) {
      const table = this.#open.pop()?.finish();
      if (table !== undefined && table.rows.length > 0) this.add(table);
    }
    while (this.#open.length < tables) this.#open.push(new TableBuilder());
  }

  add(block: StoryBlock): void {
    const table = this.#open.at(-1);
    if (table === undefined) this.#story.push(block);
    else table.add(block);
  }

  endCell(): void {
    this.#open.at(-1)?.endCell();
  }

  endRow(shape: readonly CellShape[]): void {
    this.#open.at(-1)?.endRow(shape);
  }

  finish(): StoryBlock[] {
    this.enter(0);
    return this.#story;
  }
}

/** A cell with more text than any statutory label or task has holds a page, not a figure. */
const pageText = 3000;

/** A story as blocks: tables that only lay out the page are read through, data tables are kept whole. */
export function toBlocks(story: readonly StoryBlock[]): Block[] {
  const flow = new Flow();
  addAll(flow, story);
  return flow.finish();
}

function addAll(flow: Flow, story: readonly StoryBlock[]): void {
  for (const block of story) {
    if (typeof block === 'string') flow.addText(block);
    else if (isData(block)) flow.addTable(mergedDown(block));
    else for (const cell of block.rows.flat()) addAll(flow, cell.content);
  }
}

/** A table is data when no table is nested in it, some row has two cells, and no cell holds a page of text. */
function isData({ rows }: StoryTable): boolean {
  if (!rows.some((row) => row.length > 1)) return false;
  return rows.flat().every(({ content }) => content.every((block) => typeof block === 'string') && isShort(content));
}

function isShort(content: StoryCell['content']): boolean {
  return textOf(content).length <= pageText;
}

function textOf(content: StoryCell['content']): string {
  return content.filter((block) => typeof block === 'string').join('\n');
}

/** Each cell once: one that continues the cell above adds a row to it, and prints nothing of its own. */
function mergedDown({ rows }: StoryTable): FlowCell[][] {
  type Growing = { -readonly [key in keyof FlowCell]: FlowCell[key] };
  let above = new Map<number, Growing>();
  return rows.map((row) => {
    const covering = new Map<number, Growing>();
    const begun: Growing[] = [];
    for (const { content, column, columnSpan, continues } of row) {
      const upper = continues ? above.get(column) : undefined;
      const cell = upper ?? { text: textOf(content), column: column + 1, rowSpan: 0, columnSpan };
      cell.rowSpan += 1;
      covering.set(column, cell);
      if (upper === undefined) begun.push(cell);
    }
    above = covering;
    return begun;
  });
}
