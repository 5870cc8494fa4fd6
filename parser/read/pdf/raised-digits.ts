import { setOffText } from '../../wording/figure.ts';
import type { Glyph } from './page-content.ts';
import { baseOf, endOf, startOf } from './text-lines.ts';

/** Characters that marks of notes are made of. */
const ofMarks = /^[\d*＊※†‡[\]［］〔〕]$/u;

/** How far, in parts of the larger size, characters of one figure may stand apart or run into each other. */
const farthest = 0.35;
const deepest = 0.2;
/** Most characters of one mark: `[12]`. */
const longestMark = 4;
/** How far, in parts of the size, base lines of characters of one mark may lie apart. */
const sameBase = 0.08;
/** Type of less than this part of the size beside it is small; it is set off where its base line lies this far from the other. */
const small = 0.85;
const smallSetOff = 0.12;
/** Type of the same size is set off above the line only: below it would stand the mark of the figure, not the figure of the mark. */
const raisedSetOff = 0.2;
/** A character farther from the base line beside it is of another line. */
const otherLine = 0.9;

/**
 * A page's characters with the marks that lead to notes put into the line they belong to, their digits written as the
 * raised digits they are: a mark is smaller than the figure it touches and set above or below its base line, or is set
 * above it in the same size. Without this `320` with the mark `1` would be 3201, or two lines.
 */
export function withRaisedDigits(glyphs: readonly Glyph[]): Glyph[] {
  const beside = sideFinder(glyphs);
  return glyphs.map((glyph) => {
    if (!ofMarks.test(glyph.text)) return glyph;
    const neighbour = markedBy(glyph, 'before', beside) ?? markedBy(glyph, 'after', beside);
    if (neighbour === null) return glyph;
    const { top, bottom } = neighbour.box;
    return { ...glyph, text: setOffText(glyph.text), size: neighbour.size, box: { ...glyph.box, top, bottom } };
  });
}

type Side = 'before' | 'after';
type Beside = (glyph: Glyph, side: Side) => readonly Glyph[];

/** The character that a mark is set to, on one side of it: beyond the other characters of the mark. */
function markedBy(glyph: Glyph, side: Side, beside: Beside): Glyph | null {
  let last = glyph;
  for (let length = 0; length < longestMark; length += 1) {
    const neighbours = beside(last, side);
    const marked = neighbours.find((other) => isSetOff(glyph, other));
    if (marked !== undefined) return marked;
    const next = neighbours.find((other) => ofMarks.test(other.text) && isOfOneMark(glyph, other));
    if (next === undefined) return null;
    last = next;
  }
  return null;
}

function isOfOneMark(one: Glyph, other: Glyph): boolean {
  return (
    Math.abs(one.size - other.size) <= sameBase * one.size &&
    Math.abs(baseOf(one) - baseOf(other)) <= sameBase * one.size
  );
}

function isSetOff(mark: Glyph, other: Glyph): boolean {
  const raised = (baseOf(other) - baseOf(mark)) / other.size;
  if (Math.abs(raised) > otherLine) return false;
  if (mark.size < small * other.size) return Math.abs(raised) >= smallSetOff;
  return mark.size <= other.size * (1 + sameBase) && raised >= raisedSetOff;
}

/** Finds the level characters that touch one at a side; they are kept by where they begin and end, in steps of some points. */
function sideFinder(glyphs: readonly Glyph[]): Beside {
  const step = 4;
  const level = glyphs.filter(({ turn, text }) => turn === 0 && text.trim() !== '');
  const near = { before: endOf, after: startOf };
  const own = { before: startOf, after: endOf };
  const places = {
    before: Map.groupBy(level, (glyph) => Math.floor(endOf(glyph) / step)),
    after: Map.groupBy(level, (glyph) => Math.floor(startOf(glyph) / step)),
  };
  return (glyph, side) => {
    if (glyph.turn !== 0) return [];
    const edge = own[side](glyph);
    const reach = Math.ceil((2 * glyph.size) / step);
    const first = Math.floor(edge / step) - reach;
    const around = Array.from({ length: 2 * reach + 1 }, (_, index) => places[side].get(first + index) ?? []).flat();
    return around.filter((other) => {
      const gap = side === 'before' ? edge - near.before(other) : near.after(other) - edge;
      const size = Math.max(glyph.size, other.size);
      const isBeside = gap <= farthest * size && gap >= -deepest * size;
      return other !== glyph && isBeside && Math.abs(baseOf(glyph) - baseOf(other)) < otherLine * size;
    });
  };
}
