import type { Block } from '../document.ts';
import { joinPages } from './join-pages.ts';
import type { PageContent } from './page-content.ts';
import { pageItems } from './page-items.ts';
import { type TextLine, toLines } from './text-lines.ts';
import { toBlocks } from './to-blocks.ts';

/** A province's report has some forty pages; a yearbook of all its agencies a few hundred. */
export const mostPages = 500;
/** Han characters that a document with a text layer has at least; a scan has none, and a stamp or a page number at most. */
const leastText = 20;

/**
 * The tables and paragraphs of a document whose pages are set in characters and lines, in whatever format; null where there is no
 * text on them, as in a scan.
 */
export function pageBlocks(pages: readonly PageContent[]): Block[] | null {
  if (hanCharacters(pages) < leastText) return null;
  const isNoise = noiseFinder(pages);
  const items = pages.flatMap((page) => pageItems(page, isNoise(page)));
  return toBlocks(joinPages(items));
}

function hanCharacters(pages: readonly PageContent[]): number {
  const glyphs = pages.flatMap((page) => page.glyphs);
  return glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
}

/** Numbers at the foot or head of a page: `- 4 -`, `— 5 —`, `第 3 页`, `3 / 12`. */
const pageNumber = /^(?:[-—–－·•\s]*\d{1,4}[-—–－·•\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*\/\s*\d+)$/u;
/** Lines at the edge of a page that may be its number or a running head. */
const edgeLines = 2;
/** Part of the page's height at its head and foot where they stand. */
const margin = 0.12;
/** A running head stands on this many pages at least. */
const leastPages = 3;

/** Tells what is printed on pages but is none of the document: page numbers, and heads and feet that are on most pages. */
function noiseFinder(pages: readonly PageContent[]): (page: PageContent) => (line: TextLine) => boolean {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const text of new Set(edgeTexts(page))) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const isRunning = (text: string) => (seen.get(text) ?? 0) >= Math.max(leastPages, pages.length / 2);
  return (page) => (line) =>
    isAtEdge(line, page) && (pageNumber.test(line.text) || isRunning(withoutNumbers(line.text)));
}

function edgeTexts(page: PageContent): string[] {
  const lines = toLines(page.glyphs.filter(({ box }) => isInMargin((box.top + box.bottom) / 2, page)));
  const atEdge = lines.filter((line) => isAtEdge(line, page));
  return [...atEdge.slice(0, edgeLines), ...atEdge.slice(-edgeLines)].map(({ text }) => withoutNumbers(text));
}

function isAtEdge({ box }: TextLine, page: PageContent): boolean {
  return isInMargin((box.top + box.bottom) / 2, page);
}

function isInMargin(y: number, { height }: PageContent): boolean {
  return y < margin * height || y > (1 - margin) * height;
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '0');
}
