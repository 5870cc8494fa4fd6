import { around, type Box, type Turn } from './geometry.ts';
import type { Glyph } from './page-content.ts';

/** Characters on one base line, from left to right. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly text: string;
  /** Size of its largest character. */
  readonly size: number;
}

/** How far base lines of one line may lie apart, in parts of the type's size. */
const sameLine = 0.4;
/** Gaps from which two characters are parted by a blank, in parts of the size: digits and letters are set close. */
const closeGap = 0.2;
const wideGap = 0.7;
const closelySet = /[\p{L}\p{N}]$/u;
/** Digits of which one is smaller than this part of the other are not of one number: one may be a mark of a note. */
const oneSize = 0.8;
const ideograph = /\p{Script=Han}$/u;
/** Part of a character's box that lies below the base line. */
const belowBase = 0.12;
const turns: readonly Turn[] = [0, 1, 2, 3];

/**
 * The lines that characters form, in the order they are read: from the top of the page, and within a line from the left.
 * Turned text, as in the headings of narrow columns, is read as it stands when the page is turned back.
 */
export function toLines(glyphs: readonly Glyph[]): TextLine[] {
  return turns.flatMap((turn) => linesOf(glyphs.filter((glyph) => glyph.turn === turn)));
}

function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = [...glyphs].sort((one, other) => baseOf(one) - baseOf(other));
  const groups: Glyph[][] = [];
  let base = -Infinity;
  for (const glyph of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && baseOf(glyph) - base <= sameLine * Math.min(glyph.size, group[0]?.size ?? 0)) {
      group.push(glyph);
    } else {
      groups.push([glyph]);
      base = baseOf(glyph);
    }
  }
  return groups.map(lineOf).filter((line) => line.text !== '');
}

/** A line of given characters that are turned alike, put in order. */
function lineOf(glyphs: readonly Glyph[]): TextLine {
  const ordered = [...glyphs].sort((one, other) => startOf(one) - startOf(other));
  const printed = ordered.filter(isPrinted);
  const box = around((printed.length > 0 ? printed : ordered).map((glyph) => glyph.box));
  return { glyphs: ordered, box, text: textOf(ordered), size: Math.max(0, ...printed.map(({ size }) => size)) };
}

function isPrinted({ text }: Glyph): boolean {
  return text.trim() !== '';
}

/** Where a character begins, along its line. */
export function startOf({ box, turn }: Glyph): number {
  return [box.left, box.top, -box.right, -box.bottom][turn] ?? 0;
}

/** Where a character ends, along its line. */
export function endOf({ box, turn }: Glyph): number {
  return [box.right, box.bottom, -box.left, -box.top][turn] ?? 0;
}

/** Where the line stands on which a character is set: it grows from one line to the next. */
export function baseOf({ box, size, turn }: Glyph): number {
  return ([box.bottom, -box.left, -box.top, box.right][turn] ?? 0) - belowBase * size;
}

/** Printed characters with a blank wherever one is set or a gap leaves one. */
function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    if (last !== null && isPrinted(last) && isPrinted(glyph) && isParted(last, glyph)) text += ' ';
    text += glyph.text;
    last = glyph;
  }
  return text.trim();
}

function isParted(before: Glyph, after: Glyph): boolean {
  if (isDigit(before) && isDigit(after) && !isOfOneSize(before, after)) return true;
  const close = [before, after].every(({ text }) => closelySet.test(text) && !ideograph.test(text));
  const gap = startOf(after) - endOf(before);
  return gap > (close ? closeGap : wideGap) * Math.min(before.size, after.size);
}

function isDigit({ text }: Glyph): boolean {
  return /^\d$/u.test(text);
}

/** Whether two characters may be of one word. */
export function isOfOneSize(one: Glyph, other: Glyph): boolean {
  return Math.min(one.size, other.size) >= oneSize * Math.max(one.size, other.size);
}

/** A gap wider than this, in parts of the type's size, parts two cells of a table that is not drawn. */
const cellGap = 0.45;

/** The pieces of a line that wide gaps part. */
export function fragments(line: TextLine): TextLine[] {
  const pieces: Glyph[][] = [];
  let end = -Infinity;
  for (const glyph of line.glyphs.filter(isPrinted)) {
    if (startOf(glyph) - end > cellGap * glyph.size) pieces.push([]);
    pieces.at(-1)?.push(glyph);
    end = Math.max(end, endOf(glyph));
  }
  return pieces.map(lineOf);
}
