import { around, type Box } from './box.ts';
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
const ideograph = /\p{Script=Han}$/u;
/** Part of a character's box that lies below the base line. */
const belowBase = 0.12;

/** The lines that characters form, from the top of the page; within a line from the left. */
export function toLines(glyphs: readonly Glyph[]): TextLine[] {
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

/** A line of given characters, put in order. */
export function lineOf(glyphs: readonly Glyph[]): TextLine {
  const ordered = [...glyphs].sort((one, other) => one.box.left - other.box.left);
  const printed = ordered.filter(isPrinted);
  const box = around((printed.length > 0 ? printed : ordered).map((glyph) => glyph.box));
  return { glyphs: ordered, box, text: textOf(ordered), size: Math.max(0, ...printed.map(({ size }) => size)) };
}

export function isPrinted({ text }: Glyph): boolean {
  return text.trim() !== '';
}

function baseOf({ box, size }: Glyph): number {
  return box.bottom - belowBase * size;
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
  const close = [before, after].every(({ text }) => closelySet.test(text) && !ideograph.test(text));
  const gap = after.box.left - before.box.right;
  return gap > (close ? closeGap : wideGap) * Math.min(before.size, after.size);
}
