import type { Archive } from '../archive/zip-archive.ts';
import type { Block } from '../document.ts';
import { contains, type Matrix, middle } from '../pdf/geometry.ts';
import { Interpreter } from '../pdf/interpreter.ts';
import { mostPages, pageBlocks } from '../pdf/page-blocks.ts';
import type { Glyph, PageContent } from '../pdf/page-content.ts';
import { pageContent } from '../pdf/read-page.ts';
import { defaultFont } from '../pdf/text-cursor.ts';
import { isOfOneSize } from '../pdf/text-lines.ts';
import { Unreadable } from '../reader.ts';
import { type OfdPage, pagesIn } from './package.ts';
import { DrawingBudget, pageOperations, pathOperators } from './page-operations.ts';

/** Points in a millimetre. */
const points = 72 / 25.4;

/** Characters that others may be set over before the places of none are trusted. */
const mostOverlaps = 10;

/**
 * Reads an OFD package (GB/T 33190-2016) by its text and its drawn lines, as PDF is read: its objects are put in the operators that the
 * stage behind both follows. Refused: `encrypted`, `damaged`, `too-many-pages`, `parse-limit` where it draws without end, `scanned`
 * where pages are pictures, and `overlapping-text` where text is set over text.
 */
export function readOfd(archive: Archive): Block[] {
  const entries = pagesIn(archive);
  if (entries.length > mostPages) throw new Unreadable('too-many-pages');
  const budget = new DrawingBudget();
  const pages = entries.map(({ read }, index) => drawnPage(read(), index + 1, budget));
  if (pages.reduce((sum, { glyphs }) => sum + overlapsIn(glyphs), 0) > mostOverlaps) {
    throw new Unreadable('overlapping-text');
  }
  const blocks = pageBlocks(pages);
  if (blocks === null) throw new Unreadable('scanned');
  return blocks;
}

function drawnPage(page: OfdPage, number: number, budget: DrawingBudget): PageContent {
  const { left, top, right, bottom } = page.area;
  const view: Matrix = [points, 0, 0, points, -left * points, -top * points];
  const interpreter = new Interpreter({
    view,
    fontNamed: () => defaultFont,
    operatorNamed: (code) => pathOperators[code] ?? '',
    isShown: () => true,
  });
  const drawing = interpreter.run(pageOperations(page, budget));
  return pageContent({ number, width: (right - left) * points, height: (bottom - top) * points }, drawing);
}

/** How tall and wide, in points, a part of a page is in which characters are compared. */
const part = 24;

/**
 * How many characters of a page have the middle of another one of their size on them: text that is set over text, as poor converters leave it,
 * is not seen where its places say. The same character set twice is bold.
 */
function overlapsIn(glyphs: readonly Glyph[]): number {
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
