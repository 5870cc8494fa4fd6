import type { StoryBlock } from './story.ts';
import { type CellShape, TableBuilder } from './table-builder.ts';

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
