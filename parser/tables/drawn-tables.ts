import type { Block, Paragraph, Table, TableCell } from '../read/document.ts';

/**
 * Tables that are drawn with characters, +---+ or ┌──┐, as pandoc, w3m and lynx do: a cell may take several lines, and a
 * rule may part some columns only. Each becomes a table of the document, its cells where they are drawn.
 */
export function withDrawnTables(blocks: readonly Block[]): Block[] {
  let number = blocks.filter(({ kind }) => kind === 'table').length;
  return grouped(blocks).flatMap((group): Block[] => {
    if (!Array.isArray(group)) return [group];
    if (!isDrawn(group)) return group;
    number += 1;
    return [tableOf(group, number)];
  });
}

const edge = /^\s*[+|│┃║┌┏╔├┣╠└┗╚]/u;
const ruled = /[+┌┏╔├┣╠└┗╚┬┼┴┳╋┻][-=─━═]{3,}/u;

/** Lines that may be of a drawn table, together; every other block alone. */
function grouped(blocks: readonly Block[]): (Block | Paragraph[])[] {
  const groups: (Block | Paragraph[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== 'paragraph' || !edge.test(block.text)) groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Drawn, and not only parted by pipes: it has rules above and below. */
function isDrawn(lines: readonly Paragraph[]): boolean {
  return lines.length > 2 && lines.filter(({ text }) => ruled.test(text)).length > 1;
}

/** What stands between two edges on one line, in columns of the screen. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** UTF-16 units from the line's beginning. */
  readonly offset: number;
}

const edges = /[|│┃║+┌┏╔├┣╠└┗╚┬┼┴┳╋┻┐┓╗┤┫╣┘┛╝╦╬╩]/u;
const ruleAlone = /^[-=─━═:]+$/u;
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** Columns of a screen that a character takes: an ideograph takes two. */
export function screenWidth(character: string): number {
  return wide.test(character) ? 2 : 1;
}

function segmentsOf(text: string): Segment[] {
  const found: Segment[] = [];
  let [column, start, offset, printed] = [0, 0, 0, ''];
  const close = (next: number) => {
    if (start > 0 && printed !== '') found.push({ start, end: column, text: printed, offset });
    [start, offset, printed] = [column + 1, next, ''];
  };
  let at = 0;
  for (const character of text) {
    // A mark of addition within a cell is no edge: edges of rules stand beside rules.
    if (edges.test(character) && (character !== '+' || isCorner(text, at))) close(at + 1);
    else printed += character;
    column += screenWidth(character);
    at += character.length;
  }
  return found;
}

function isCorner(text: string, at: number): boolean {
  return /[-=]{2}/.test(text.slice(at + 1, at + 3)) || /[-=]{2}/.test(text.slice(Math.max(0, at - 2), at));
}

interface DrawnCell {
  readonly row: number;
  readonly start: number;
  end: number;
  text: string;
  readonly line: number;
  readonly offset: number;
}

/** Widths of characters differ between tools by this much at most within a cell. */
const tolerance = 2;

function tableOf(lines: readonly Paragraph[], number: number): Table {
  const cells: DrawnCell[] = [];
  let open: DrawnCell[] = [];
  let row = 0;
  for (const { text, line, offset } of lines) {
    const segments = segmentsOf(text);
    const rules = segments.filter((segment) => ruleAlone.test(segment.text));
    if (rules.length > 0) row += 1;
    open = open.filter((cell) => !rules.some((rule) => rule.start < cell.end - 1 && rule.end > cell.start + 1));
    for (const segment of segments.filter((each) => !rules.includes(each))) {
      const cell = open.find(({ start }) => Math.abs(start - segment.start) <= tolerance);
      if (cell !== undefined) cell.text = joined(cell.text, segment.text.trim());
      else {
        const begun = {
          row: Math.max(1, row),
          start: segment.start,
          end: segment.end,
          text: segment.text.trim(),
          line,
          offset: offset + segment.offset,
        };
        cells.push(begun);
        open.push(begun);
      }
    }
  }
  const [first] = lines;
  return { kind: 'table', number, rows: rowsOf(cells), line: first?.line ?? 1, offset: first?.offset ?? 0 };
}

const ideograph = /\p{Script=Han}/u;

/** Lines of one cell: parts of a word where ideographs meet, else words. */
function joined(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const isWord = ideograph.test(before.at(-1) ?? '') || ideograph.test(after.charAt(0));
  return isWord ? before + after : `${before} ${after}`;
}

function rowsOf(cells: readonly DrawnCell[]): TableCell[][] {
  const starts = columnStarts(cells);
  const columnAt = (position: number) => starts.findLastIndex((start) => start <= position + tolerance) + 1;
  const rows = Map.groupBy(cells, ({ row }) => row);
  return [...rows.entries()]
    .sort(([left], [right]) => left - right)
    .map(([row, inRow]) =>
      inRow
        .map(({ start, end, text, line, offset }) => {
          const column = columnAt(start);
          const columnSpan = Math.max(1, columnAt(end - tolerance - 1) - column + 1);
          return { text, row, column, rowSpan: 1, columnSpan, line, offset };
        })
        .sort((left, right) => left.column - right.column),
    );
}

/** Where columns begin, positions that differ by the width of a character taken as one. */
function columnStarts(cells: readonly DrawnCell[]): number[] {
  const starts: number[] = [];
  for (const start of [...new Set(cells.map((cell) => cell.start))].sort((left, right) => left - right)) {
    if (start - (starts.at(-1) ?? Number.NEGATIVE_INFINITY) > tolerance) starts.push(start);
  }
  return starts;
}
