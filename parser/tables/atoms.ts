import { type FormTable, printedLabels } from '../../schema/law/forms/form.ts';
import { forms, sectionHeadings } from '../../schema/law/forms/forms.ts';
import type { Place } from '../../schema/record/cell.ts';
import type { Block, Paragraph, Table } from '../read/document.ts';
import { isFigureLike, notText } from '../wording/figure.ts';
import { comparableLabel, normalise, seen } from '../wording/normalise.ts';

/** Headings of sections may follow a table's last row. */
const headings = sectionHeadings.map(comparableLabel);

const labelsOf = new WeakMap<FormTable, readonly string[]>();

/** Every label that may stand next to a row of the table: its own, and the headings of sections; normalised, and kept. */
export function knownLabels(table: FormTable): readonly string[] {
  const labels = labelsOf.get(table) ?? [...printedLabels(table).map(comparableLabel), ...headings];
  labelsOf.set(table, labels);
  return labels;
}

let everyLabel: ReadonlySet<string> | undefined;

/** Every label of the statutory tables of any edition, normalised. */
export function statutoryLabels(): ReadonlySet<string> {
  everyLabel ??= new Set(forms.flatMap((form) => form.tables.flatMap(knownLabels)));
  return everyLabel;
}

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
  /** Place within a table block; null in copied text. */
  readonly grid: Omit<Place, 'line' | 'offset'> | null;
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
const longToken = /[^\s|｜│]{81}/;
const pageNumber = /^\s*[-—–]\s*\d{1,4}\s*[-—–]\s*$/;
const pipesAlone = /^\s*[|｜│][\s|｜│]*$/;
const endsInPipe = /[|｜│]\s*$/;
const cellSeparator = /[\t|｜│]/;
const pipe = /[|｜│]/;
const digitsAfter = /^(.*?\p{Script=Han}[)）”"]?)([+-]?\d(?:[\d.+-]|减少?|增加?)*(?:万元|元)?)$/u;
/** The digits of one row, then the number and label of the next: 00000007.属于行政执法案卷. */
const digitsBefore = /^([+-]?\d[\d.+-]+?)(\d[.．、](?!\d).*\p{Script=Han}.*)$/u;
/** Some extractors set blanks around digits: an amount's point and unit, and a label's number, stay with what they belong to. */
const token =
  /\d+\s+\.\s+\d+(?:\s*(?:万元|元))?|\d+(?:\.\d+)?\s+(?:万元|元|件)(?!\S)|(?:增加?|减少?)\s+\d+(?!\S)|\d{1,2}\s+[.．、]\s*\p{Script=Han}\S*|\S+/gu;
const rule = /^[\s|:=+-]*\|[\s|:=+-]*-{2,}[\s|:=+-]*$/;

export function toAtoms(blocks: readonly Block[]): (Atom | Break)[] {
  const emptyCells = emptyCellsBefore(blocks);
  return blocks.flatMap((block, index) => {
    if (block.kind === 'table') return tableAtoms(block, index);
    if (pipesAlone.test(block.text)) return lonePipes(block, index, blocks);
    return [...(emptyCells.get(index) ?? []), ...paragraphAtoms(block, index, blocks)];
  });
}

/** So many cells in a row, parted by an empty line each, are a copied table and not a text with room between its paragraphs. */
const leastParted = 20;

/**
 * Empty cells of a table that was copied one cell a paragraph, by the block that follows them. An empty line parts two cells there, so
 * of 2n + 1 empty lines in a row n are cells with nothing in them. An even number somewhere near means that lines do not part cells.
 */
function emptyCellsBefore(blocks: readonly Block[]): ReadonlyMap<number, Atom[]> {
  const found = new Map<number, Atom[]>();
  const gaps = blocks.map((block, index) => emptyLines(blocks[index - 1], block));
  for (let start = 0, end = 0; start < gaps.length; start = end + 1) {
    end = gaps.findIndex((gap, index) => index >= start && gap % 2 === 0);
    if (end < 0) end = gaps.length;
    if (end - start < leastParted) continue;
    for (let index = start; index < end; index += 1) found.set(index, emptyCells(blocks, index, gaps[index] ?? 0));
  }
  return found;
}

/** Lines with nothing in them, not even blanks, between two lines of copied text; 0 where anything else may stand there. */
function emptyLines(before: Block | undefined, block: Block): number {
  if (before?.kind !== 'paragraph' || block.kind !== 'paragraph') return 0;
  const lines = block.line - before.line - 1;
  return block.offset - before.offset - before.text.length === lines + 1 ? lines : 0;
}

function emptyCells(blocks: readonly Block[], block: number, gap: number): Atom[] {
  const before = blocks[block - 1];
  if (before?.kind !== 'paragraph') return [];
  return Array.from({ length: (gap - 1) / 2 }, (_, index) => ({
    text: '',
    kind: 'blank',
    startsRow: false,
    columnSpan: 1,
    grid: null,
    line: before.line + 2 * (index + 1),
    offset: before.offset + before.text.length + 2 * (index + 1),
    block,
  }));
}

/**
 * A line of pipes alone: after a line that ends in a pipe each is an empty cell (`0 |` `|`); after one that does not it
 * is the pipe of that cell, on a line of its own (`0` `|`).
 */
function lonePipes(paragraph: Paragraph, block: number, blocks: readonly Block[]): Atom[] {
  const before = blocks[block - 1];
  if (before?.kind !== 'paragraph' || !endsInPipe.test(before.text)) return [];
  return [...paragraph.text.matchAll(/[|｜│]/g)].map((match) => ({
    text: '',
    kind: 'blank',
    startsRow: false,
    columnSpan: 1,
    grid: null,
    line: paragraph.line,
    offset: paragraph.offset + match.index,
    block,
  }));
}

/** A line that is the number of a page: - 4 - */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text);
}

/** Whether a paragraph is narrative rather than cells of a table. */
export function isProse(text: string): boolean {
  return sentenceEnd.test(text) || longToken.test(text);
}

function tableAtoms(table: Table, block: number): Atom[] {
  return table.rows.flatMap((row) =>
    row.map((cell, index) => ({
      text: cell.text,
      kind: cellKind(cell.text),
      startsRow: index === 0,
      columnSpan: cell.columnSpan,
      grid: { table: table.number, row: cell.row, column: cell.column, ...cell.at },
      line: cell.line,
      offset: cell.offset,
      block,
    })),
  );
}

function paragraphAtoms(paragraph: Paragraph, block: number, blocks: readonly Block[]): (Atom | Break)[] {
  if (isPageNumber(paragraph.text) || rule.test(paragraph.text)) return [];
  if (isProse(paragraph.text)) return [{ kind: 'break' }];
  const pieces = piecesOf(paragraph.text, isEdged(block, blocks));
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

function piecesOf(text: string, isEdgedByPipes: boolean): Piece[] {
  if (cellSeparator.test(text)) return separatedPieces(text, isEdgedByPipes);
  return commaParted(text) ?? blankParted(text);
}

/** A comma that parts cells; one within brackets belongs to a label. */
const comma = /,(?![^(（]*[)）])/u;
/** Commas that part the digits of one figure. */
const groupedDigits = /^[^,]*\d{1,3}(?:,\d{3})+(?!\d)[^,]*$/u;

/** Cells parted by commas, where no cell of the line is more than a label or a figure; null where commas part words of a text. */
function commaParted(text: string): Piece[] | null {
  if (!text.includes(',') || groupedDigits.test(text)) return null;
  let start = 0;
  const pieces = text.split(comma).map((piece, index) => {
    const found = { text: piece.trim(), start, startsRow: index === 0 };
    start += piece.length + 1;
    return found;
  });
  const isTabular = pieces.every(
    (piece) => piece.text === '' || isFigures(piece.text) || statutoryLabels().has(normalise(piece.text)),
  );
  return isTabular && pieces.length > 1 ? pieces : null;
}

/** Cells parted by blanks of any kind; a blank cell leaves no trace. */
function blankParted(text: string): Piece[] {
  return [...text.matchAll(token)].flatMap((match) =>
    unglued({ text: match[0], start: match.index, startsRow: false }),
  );
}

/** A label with digits run into it is two pieces: the label, and digits that alignment has to account for. */
function unglued(piece: Piece): Piece[] {
  if (isFigures(piece.text)) return [piece];
  const [, before, after] = digitsAfter.exec(piece.text) ?? digitsBefore.exec(piece.text) ?? [];
  if (before === undefined || after === undefined) return [piece];
  return [
    { ...piece, text: before },
    ...unglued({ text: after, start: piece.start + before.length, startsRow: false }),
  ];
}

const beginsWithPipe = /^\s*[|｜│]/;

/** Whether a pipe at the line's beginning is the table's edge, as in the line of pipes above it; else an empty cell stands before it. */
function isEdged(block: number, blocks: readonly Block[]): boolean {
  const above = blocks[block - 1];
  return above?.kind !== 'paragraph' || !pipe.test(above.text) || beginsWithPipe.test(above.text);
}

/**
 * Cells parted by tabs or pipes: an empty one between two separators is a printed blank. One at an edge is the edge of
 * pipes; tabs have none, but may end a line of words.
 */
function separatedPieces(text: string, isEdgedByPipes: boolean): Piece[] {
  let start = 0;
  const pieces = text.split(cellSeparator).map((piece) => {
    const found = { text: piece.trim(), start };
    start += piece.length + 1;
    return found;
  });
  const isTabbed = !pipe.test(text);
  if (pieces[0]?.text === '' && !isTabbed && isEdgedByPipes) pieces.shift();
  const isRowOfFigures = isTabbed && pieces.some((piece) => isFigureLike(piece.text));
  if (pieces.at(-1)?.text === '' && !isRowOfFigures) pieces.pop();
  return pieces.map((piece, index) => ({ ...piece, startsRow: index === 0 && pieces.length > 1 }));
}

/** Figures run together with the sign of the second, 2471+1882: nobody's label. */
const runTogether = /^\d+(?:(?:[+\-−]|减少?|增加?)\d+)+(?:\.\d+)?(?:万元|元)?$/u;

function atomKind(text: string): Atom['kind'] {
  if (seen(text).trim() === '') return 'blank';
  return isFigures(text) ? 'figure' : 'label';
}

/** Signs alone (***, ……) are the label of nothing, nor are pictures: in a cell they stand in a figure's place. */
function cellKind(text: string): Atom['kind'] {
  const kind = atomKind(text);
  return kind === 'label' && (text.includes(notText) || normalise(text) === '') ? 'figure' : kind;
}

function isFigures(text: string): boolean {
  return isFigureLike(text) || runTogether.test(text);
}
