import type { PDFPageProxy } from 'pdfjs-dist';
import { faintText } from '../../wording/figure.ts';
import { withoutRadicals } from '../../wording/radicals.ts';
import type { Matrix } from './geometry.ts';
import { type Drawing, Interpreter, type Operation, type PageSetting } from './interpreter.ts';
import type { Glyph, PageContent, Rule } from './page-content.ts';
import { withRaisedDigits } from './raised-digits.ts';
import { defaultFont, type Font } from './text-cursor.ts';

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

/** Where a line through a character is drawn, in parts of its height from its top: below it is an underline, above it a table's. */
const through = { from: 0.35, to: 0.78 };
/** Part of a character's width that the line takes. */
const leastStruck = 0.8;

/** Digits that a line is drawn through are struck out, or covered by it: whether they count is not known. */
function withoutStruck(glyphs: readonly Glyph[], rules: readonly Rule[]): Glyph[] {
  const level = Map.groupBy(
    rules.filter(({ axis }) => axis === 'level'),
    ({ at }) => Math.floor(at),
  );
  const isStruck = ({ box }: Glyph) => {
    const height = box.bottom - box.top;
    const [from, to] = [box.top + through.from * height, box.top + through.to * height];
    const points = Array.from(
      { length: Math.floor(to) - Math.floor(from) + 1 },
      (_, index) => Math.floor(from) + index,
    );
    const near = points.flatMap((point) => level.get(point) ?? []).filter(({ at }) => at >= from && at <= to);
    const covered = near.map((rule) => Math.min(rule.to, box.right) - Math.max(rule.from, box.left));
    return covered.some((width) => width >= leastStruck * (box.right - box.left));
  };
  return glyphs.map((glyph) =>
    /\p{Nd}/u.test(glyph.text) && glyph.turn === 0 && isStruck(glyph)
      ? { ...glyph, text: faintText(glyph.text) }
      : glyph,
  );
}

/** What is set on a page, each character once. What runs over its edge is kept: half a number would be another number. */
export async function readPage(
  page: PDFPageProxy,
  { operatorNamed, isShown }: Pick<PageSetting, 'operatorNamed' | 'isShown'>,
): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const interpreter = new Interpreter({
    view: viewport.transform as unknown as Matrix, // six numbers, which the library types as a list
    fontNamed: (name) => fontNamed(page, name),
    operatorNamed,
    isShown,
  });
  const { width, height } = viewport;
  const drawing = interpreter.run(operations(fnArray, argsArray, operatorNamed));
  return pageContent({ number: page.pageNumber, width, height }, drawing);
}

/** What is drawn on a page, each character once, with marks of notes and digits that are struck out told from figures. */
export function pageContent(
  page: Pick<PageContent, 'number' | 'width' | 'height'>,
  { glyphs, rules, pictures }: Drawing,
): PageContent {
  const typed = withoutDoubles(glyphs).map((glyph) => ({ ...glyph, text: withoutRadicals(glyph.text) }));
  return { ...page, glyphs: withoutStruck(withRaisedDigits(typed), rules), rules, pictures };
}

function* operations(
  codes: readonly number[],
  operands: readonly (readonly unknown[] | null)[],
  operatorNamed: (code: number) => string,
): Generator<Operation> {
  for (const [index, code] of codes.entries()) yield { name: operatorNamed(code), operands: operands[index] ?? [] };
}

/** A font that the library could not load has the usual units. */
function fontNamed({ commonObjs }: PDFPageProxy, name: string): Font | null {
  if (!commonObjs.has(name)) return null;
  const font: Partial<Font> = commonObjs.get(name);
  return { vertical: font.vertical === true, fontMatrix: font.fontMatrix ?? defaultFont.fontMatrix };
}
