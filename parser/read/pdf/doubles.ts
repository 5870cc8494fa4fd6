import type { Glyph } from './page-content.ts';

/** How near, in parts of the type's size, a character printed again is the same one made bold. Two digits are half a size apart. */
const nearest = 0.2;

/** Bold that is printed by setting every character twice, a hair apart: each once. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const others = kept.get(glyph.text) ?? [];
    if (others.some((other) => isSame(other, glyph))) return false;
    kept.set(glyph.text, [...others.slice(-recent), glyph]);
    return true;
  });
}

/** How many characters of a kind back a double may stand: a line of bold is set whole, then set again. */
const recent = 40;

function isSame(first: Glyph, second: Glyph): boolean {
  const reach = nearest * Math.min(first.size, second.size);
  return Math.abs(first.box.left - second.box.left) < reach && Math.abs(first.box.bottom - second.box.bottom) < reach;
}
