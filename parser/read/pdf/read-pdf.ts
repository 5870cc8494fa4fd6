import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReasonCode } from '../../../schema/law/vocabulary/reasons.ts';
import { type ReadResult, readable, refused } from '../reader.ts';
import { mostPages, pageBlocks } from './page-blocks.ts';
import type { PageContent } from './page-content.ts';
import { readPage } from './read-page.ts';

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

const mediaType = 'application/pdf';

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
    const blocks = pageBlocks(pages);
    if (blocks === null) return [refused('scanned', mediaType)];
    return [readable({ mediaType, encoding: null, blocks })];
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
