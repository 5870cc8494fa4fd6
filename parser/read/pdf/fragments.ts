import type { Glyph } from './page-content.ts';
import { endOf, isPrinted, lineOf, startOf, type TextLine } from './text-lines.ts';

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
