import { tidy } from '../../normalise.ts';
import type { Block } from '../../read/document.ts';

/** A printed line of a plan: `text` as printed on one line, `key` the same with compatibility forms folded, to match. */
export interface PlanLine {
  readonly text: string;
  readonly key: string;
}

export function planLine(text: string): PlanLine {
  const printed = tidy(text);
  return { text: printed, key: printed.normalize('NFKC') };
}

/** Marks of cells at a line's ends, where copied text prints a cell a line. */
const cellMarks = /^[\s|｜│]+|[\s|｜│]+$/gu;

/** The lines of a document's paragraphs, blank ones left out; a table's cells stand in `tables`, not here. */
export function planLines(blocks: readonly Block[]): PlanLine[] {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
    .map((text) => planLine(text.replace(cellMarks, '')))
    .filter((line) => line.text !== '');
}
