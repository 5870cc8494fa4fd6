import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReasonCode } from '../../../schema/law/vocabulary/reasons.ts';
import { type ReadResult, readable, refused } from '../reader.ts';
import { joinPages } from './join-pages.ts';
import type { PageContent } from './page-content.ts';
import { pageItems } from './page-items.ts';
import { readPage } from './read-page.ts';
import { type TextLine, toLines } from './text-lines.ts';
import { toBlocks } from './to-blocks.ts';

/** A PDF opened, to be closed after use; or why it cannot be. */
export type Opened =
  | { readonly pdf: PDFDocumentProxy; readonly operatorNamed: (code: number) => string; readonly refusal: null }
  | { readonly pdf: null; readonly refusal: ReasonCode };

/** Every PDF ends with the place of its last table of contents; one that does not was cut. */
const ending = /startxref|%%EOF/;
const endingLength = 4096;

/** Pictures of more pixels than this are not decoded: only text and lines are read. */
const largestPicture = 64;

/**
 * Opens a PDF with the library, which is loaded now, and with its tables of Chinese encodings: fonts that are not
 * embedded need them. Nothing in the file is executed.
 */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-endingLength));
  if (!ending.test(tail)) return { pdf: null, refusal: 'damaged' };
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  try {
    const pdf = await getDocument({
      data: Uint8Array.from(bytes),
      cMapUrl: join(library, 'cmaps/'),
      standardFontDataUrl: join(library, 'standard_fonts/'),
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: largestPicture,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
    return { pdf, operatorNamed: (code) => names.get(code) ?? '', refusal: null };
  } catch (error) {
    return { pdf: null, refusal: refusalOf(error) };
  }
}

function refusalOf(error: unknown): ReasonCode {
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
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

const mediaType = 'application/pdf';
/** A province's report has some forty pages; a yearbook of all its agencies a few hundred. */
const mostPages = 500;
/** Han characters that a document with a text layer has at least; a scan has none, and a stamp or a page number at most. */
const leastText = 20;

/**
 * Reads a PDF by its text layer and its drawn lines. Refused: `encrypted`, `damaged`, `too-many-pages`, and `scanned`
 * where pages are pictures.
 */
export async function readPdf(bytes: Uint8Array): Promise<[ReadResult]> {
  const opened = await openPdf(bytes);
  if (opened.pdf === null) return [refused(opened.refusal, mediaType)];
  const { pdf, operatorNamed } = opened;
  try {
    if (pdf.numPages > mostPages) return [refused('too-many-pages', mediaType)];
    const pages = await readPages(pdf, operatorNamed);
    if (hanCharacters(pages) < leastText) return [refused('scanned', mediaType)];
    const isNoise = noiseFinder(pages);
    const items = pages.flatMap((page) => pageItems(page, isNoise(page)));
    return [readable({ mediaType, encoding: null, blocks: toBlocks(joinPages(items)) })];
  } catch {
    return [refused('damaged', mediaType)];
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy, operatorNamed: (code: number) => string): Promise<PageContent[]> {
  const pages: PageContent[] = [];
  const optional = await pdf.getOptionalContentConfig();
  const isShown = (group: unknown) => optional.isVisible(group);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await readPage(page, { operatorNamed, isShown }));
    page.cleanup();
  }
  return pages;
}

function hanCharacters(pages: readonly PageContent[]): number {
  const glyphs = pages.flatMap((page) => page.glyphs);
  return glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
}
