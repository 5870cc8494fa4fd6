import type { Glyph } from './page-content.ts';
import { isPrinted, lineOf, type TextLine } from './text-lines.ts';

/** A gap wider than this, in parts of the type's size, parts two cells of a table that is not drawn. */
const cellGap = 0.45;

/** The pieces of a line that wide gaps part. */
export function fragments(line: TextLine): TextLine[] {
  const pieces: Glyph[][] = [];
  let right = -Infinity;
  for (const glyph of line.glyphs.filter(isPrinted)) {
    if (glyph.box.left - right > cellGap * glyph.size) pieces.push([]);
    pieces.at(-1)?.push(glyph);
    right = Math.max(right, glyph.box.right);
  }
  return pieces.map(lineOf);
}
