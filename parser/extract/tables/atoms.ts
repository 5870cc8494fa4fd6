import type { Place } from '../../../schema/cell.ts';
import type { Block, Paragraph, Table } from '../../read/document.ts';
import { isFigureLike } from '../figure.ts';

/**
 * The smallest printed piece that can be a label or a figure. Every layout of a table becomes one sequence of these:
 * copied text, one cell a line or one row a line, as much as a page's grid.
 */
export interface Atom {
  readonly text: string;
  readonly kind: 'label' | 'figure' | 'blank';
  /** True where a printed row is known to begin; copied text with one cell a line does not say. */
  readonly startsRow: boolean;
  readonly columnSpan: number;
  /** Grid place within a table block; null in copied text. */
  readonly grid: Pick<Place, 'table' | 'row' | 'column'> | null;
  readonly line: number;
  readonly offset: number;
  /** Index of the block it came from. */
  readonly block: number;
}

/** A block that is no part of any table: a paragraph of sentences. */
export interface Break {
  readonly kind: 'break';
}

const sentenceEnd = /[。；;！!？?]/;
/** Longer than any statutory label, even two run together. */
const longestLabel = 80;
const pageNumber = /^\s*[-—–]\s*\d{1,4}\s*[-—–]\s*$/;
const cellSeparator = /[\t|｜│]/;
const gluedDigits = /^(.*\p{Script=Han}[)）”"]?)([+-]?\d[\d.+-]*)$/u;
const rule = /^[\s|:=+-]*\|[\s|:=+-]*-{2,}[\s|:=+-]*$/;

export function toAtoms(blocks: readonly Block[]): (Atom | Break)[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'table' ? tableAtoms(block, index) : paragraphAtoms(block, index),
  );
}

/** Whether a paragraph is narrative rather than cells of a table. */
export function isProse(text: string): boolean {
  if (sentenceEnd.test(text)) return true;
  const longest = Math.max(0, ...text.split(/[\s|｜│]+/).map((token) => token.length));
  return longest > longestLabel;
}

function tableAtoms(table: Table, block: number): Atom[] {
  return table.rows.flatMap((row) =>
    row.map((cell, index) => ({
      text: cell.text,
      kind: atomKind(cell.text),
      startsRow: index === 0,
      columnSpan: cell.columnSpan,
      grid: { table: table.number, row: cell.row, column: cell.column },
      line: cell.line,
      offset: cell.offset,
      block,
    })),
  );
}

function paragraphAtoms(paragraph: Paragraph, block: number): (Atom | Break)[] {
  if (pageNumber.test(paragraph.text) || rule.test(paragraph.text)) return [];
  if (isProse(paragraph.text)) return [{ kind: 'break' }];
  const separated = cellSeparator.test(paragraph.text);
  const pieces = separated ? separatedPieces(paragraph.text) : blankParted(paragraph.text);
  return pieces.map(({ text, start, startsRow }) => ({
    text,
    kind: atomKind(text),
    startsRow,
    columnSpan: 1,
    grid: null,
    line: paragraph.line,
    offset: paragraph.offset + start,
    block,
  }));
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly startsRow: boolean;
}

/** Cells parted by blanks of any kind; a blank cell leaves no trace. */
function blankParted(text: string): Piece[] {
  return [...text.matchAll(/\S+/g)].flatMap((match) =>
    unglued({ text: match[0], start: match.index, startsRow: false }),
  );
}

/** A label with digits run into its end is two pieces: the label, and digits that alignment has to account for. */
function unglued(piece: Piece): Piece[] {
  if (isFigureLike(piece.text)) return [piece];
  const [, label, digits] = gluedDigits.exec(piece.text) ?? [];
  if (label === undefined || digits === undefined) return [piece];
  return [
    { ...piece, text: label },
    { text: digits, start: piece.start + label.length, startsRow: false },
  ];
}

/** Cells parted by tabs or pipes: an empty one between two separators is a printed blank; one at an edge is the edge. */
function separatedPieces(text: string): Piece[] {
  let start = 0;
  const pieces = text.split(cellSeparator).map((piece) => {
    const found = { text: piece.trim(), start };
    start += piece.length + 1;
    return found;
  });
  if (pieces[0]?.text === '') pieces.shift();
  if (pieces.at(-1)?.text === '') pieces.pop();
  return pieces.map((piece, index) => ({ ...piece, startsRow: index === 0 && pieces.length > 1 }));
}

function atomKind(text: string): Atom['kind'] {
  if (text.trim() === '') return 'blank';
  return isFigureLike(text) ? 'figure' : 'label';
}
