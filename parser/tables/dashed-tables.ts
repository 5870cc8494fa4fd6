import type { Block, Paragraph, Table, TableCell } from '../read/document.ts';
import { screenWidth } from './drawn-tables.ts';

/**
 * Tables between two lines of dashes, `---- ----` or `==== ====`, as pandoc writes them into plain text, Markdown and
 * reStructuredText: each run of dashes is as wide as its column, each line between them is a row, and what is empty is a blank cell.
 */
export function withDashedTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  let number = blocks.filter(({ kind }) => kind === 'table').length;
  for (let index = 0; index < blocks.length; index += 1) {
    const dashed = dashedFrom(blocks, index);
    if (dashed === null)
      found.push(blocks[index] as Block); // an index of this list
    else {
      number += 1;
      found.push(tableOf(dashed, number));
      index += dashed.lines.length - 1;
    }
  }
  return found;
}

/** A column by where it begins and ends on the screen. */
interface Column {
  readonly start: number;
  readonly end: number;
}

interface Dashed {
  readonly columns: readonly Column[];
  /** With the lines of dashes. */
  readonly lines: readonly Paragraph[];
}

const dashes = /^\s*(?:-{2,}(?:\s+-{2,})+|={2,}(?:\s+={2,})+)\s*$/u;

/** The lines of a table that begins at the block, up to the last line of its dashes; null where none does. */
function dashedFrom(blocks: readonly Block[], index: number): Dashed | null {
  const first = blocks[index];
  if (first?.kind !== 'paragraph' || !dashes.test(first.text)) return null;
  const columns = [...first.text.matchAll(/[-=]+/gu)].map((run) => ({
    start: run.index,
    end: run.index + run[0].length,
  }));
  const lines: Paragraph[] = [first];
  let length = 0;
  for (const block of blocks.slice(index + 1)) {
    if (block.kind !== 'paragraph' || block.line !== first.line + lines.length) break;
    lines.push(block);
    if (isSameDashes(block, first)) length = lines.length;
    else if (wordsByColumn(columns, block.text) === null) break;
  }
  return length > 2 ? { columns, lines: lines.slice(0, length) } : null;
}

function isSameDashes({ text }: Paragraph, first: Paragraph): boolean {
  return text.trimEnd() === first.text.trimEnd();
}

/** What stands between two blanks of a line, by where it begins and ends on the screen. */
interface Word extends Column {
  readonly text: string;
  /** UTF-16 units from the line's beginning. */
  readonly at: number;
}

function wordsOf(text: string): Word[] {
  let [column, at] = [0, 0];
  return [...text.matchAll(/\S+/gu)].map((match) => {
    const start = column + widthOf(text.slice(at, match.index));
    const end = start + widthOf(match[0]);
    [column, at] = [end, match.index + match[0].length];
    return { text: match[0], at: match.index, start, end };
  });
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + screenWidth(character), 0);
}

/** Characters that Markdown sets a mark before, which a reader takes away: what stands after them has moved to the left. */
const escaped = /[*_+#~<>-]/gu;

/** The words of each column; null where a word stands in none. What runs over stands in the last column. */
function wordsByColumn(columns: readonly Column[], text: string): Word[][] | null {
  const words = wordsOf(text);
  const marks = text.match(escaped)?.length ?? 0;
  for (let shift = 0; shift <= marks; shift += 1) {
    const owners = words.map((word) => columnOf(word, columns, shift));
    if (!owners.includes(-1))
      return columns.map((_, column) => words.filter((_word, index) => owners[index] === column));
  }
  return null;
}

/** Index of the column in which a word stands that may have moved to the left; -1 for none. */
function columnOf({ start, end }: Word, columns: readonly Column[], shift: number): number {
  const index = columns.findLastIndex((column) => column.start - shift <= start);
  const isLast = index === columns.length - 1;
  return isLast || end <= (columns[index]?.end ?? 0) ? index : -1;
}

function tableOf({ columns, lines }: Dashed, number: number): Table {
  const [first] = lines;
  const rows = lines
    .filter(({ text }) => !dashes.test(text))
    .map((line, index) =>
      (wordsByColumn(columns, line.text) ?? []).map((words, at) => cellOf(words, line, [index + 1, at + 1])),
    );
  return { kind: 'table', number, rows, line: first?.line ?? 1, offset: first?.offset ?? 0 };
}

function cellOf(
  words: readonly Word[],
  { text, line, offset }: Paragraph,
  [row, column]: readonly [number, number],
): TableCell {
  const printed = words.map((word) => word.text).join(' ');
  return {
    text: printed,
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    line,
    offset: offset + (words[0]?.at ?? text.length),
  };
}
