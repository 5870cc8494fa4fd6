import { contains, middle } from '../pdf/geometry.ts';
import type { Glyph } from '../pdf/page-content.ts';
import { isOfOneSize } from '../pdf/text-lines.ts';

/** How tall and wide, in points, a part of a page is in which characters are compared. */
const part = 24;

/**
 * How many characters of a page have the middle of another one of their size on them: text that is set over text, as poor converters leave it,
 * is not seen where its places say. The same character set twice is bold.
 */
export function overlapsIn(glyphs: readonly Glyph[]): number {
  const printed = glyphs.filter(({ text }) => text.trim() !== '');
  const parts = Map.groupBy(printed, ({ box }) => placeOf(...middle(box)));
  return printed.filter((glyph) => {
    const [x, y] = middle(glyph.box);
    const near = [-part, 0, part].flatMap((right) =>
      [-part, 0, part].flatMap((down) => parts.get(placeOf(x + right, y + down)) ?? []),
    );
    return near.some((other) => other.text !== glyph.text && contains(other.box, [x, y]) && isOfOneSize(other, glyph));
  }).length;
}

function placeOf(x: number, y: number): string {
  return `${Math.floor(x / part)} ${Math.floor(y / part)}`;
}
