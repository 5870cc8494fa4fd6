import { cellWords, wordsOf } from '../wording/figure.ts';
import { withoutRadicals } from '../wording/radicals.ts';
import type { Block, TableCell } from './document.ts';

/** A cell of a table to be: `column` from 1. */
export interface FlowCell {
  readonly text: string;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * Collects the blocks of a file that has no decoded text of its own. Lines and offsets then count in the text as it would
 * be printed, a paragraph or a cell a line, so that places lead to where a reader finds them and never go backwards.
 */
export class Flow {
  readonly #blocks: Block[] = [];
  #line = 1;
  #offset = 0;
  #tables = 0;

  /** Adds each line of the text that prints anything as a paragraph. */
  addText(text: string): void {
    for (const line of wordsOf(withoutRadicals(text)).split('\n')) {
      const trimmed = line.trim();
      if (trimmed !== '') this.#blocks.push({ kind: 'paragraph', text: trimmed, ...this.#advance(trimmed) });
    }
  }

  addTable(rows: readonly (readonly FlowCell[])[]): void {
    this.#tables += 1;
    const { line, offset } = { line: this.#line, offset: this.#offset };
    const placed = rows.map((row, index) => row.map((cell) => this.#place(cell, index + 1)));
    this.#blocks.push({ kind: 'table', number: this.#tables, rows: placed, line, offset });
  }

  finish(): Block[] {
    return this.#blocks;
  }

  #place(cell: FlowCell, row: number): TableCell {
    const lines = cellWords(withoutRadicals(cell.text))
      .split('\n')
      .map((line) => line.trim());
    const text = lines.filter((line) => line !== '').join('\n');
    return { ...cell, text, row, ...this.#advance(text) };
  }

  #advance(text: string): { line: number; offset: number } {
    const place = { line: this.#line, offset: this.#offset };
    this.#line += 1;
    this.#offset += text.length + 1;
    return place;
  }
}
