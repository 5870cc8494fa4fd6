import type { PageContent } from './page-content.ts';
import { type TextLine, toLines } from './text-lines.ts';

/** Numbers at the foot or head of a page: `- 4 -`, `— 5 —`, `第 3 页`, `3 / 12`. */
const pageNumber = /^(?:[-—–－·•\s]*\d{1,4}[-—–－·•\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*\/\s*\d+)$/u;
/** Lines at the edge of a page that may be its number or a running head. */
const edgeLines = 2;
/** Part of the page's height at its head and foot where they stand. */
const margin = 0.12;
/** A running head stands on this many pages at least. */
const leastPages = 3;

/** Tells what is printed on pages but is none of the document: page numbers, and heads and feet that are on most pages. */
export function noiseFinder(pages: readonly PageContent[]): (page: PageContent) => (line: TextLine) => boolean {
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
