import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReadResult, readable, refused } from '../reader.ts';
import { joinPages } from './join-pages.ts';
import { openPdf } from './open-pdf.ts';
import type { PageContent } from './page-content.ts';
import { pageItems } from './page-items.ts';
import { noiseFinder } from './page-noise.ts';
import { readPage } from './read-page.ts';
import { toBlocks } from './to-blocks.ts';

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
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await readPage(page, operatorNamed));
    page.cleanup();
  }
  return pages;
}

function hanCharacters(pages: readonly PageContent[]): number {
  const glyphs = pages.flatMap((page) => page.glyphs);
  return glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
}
