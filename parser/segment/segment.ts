import { isProse } from '../extract/tables/atoms.ts';
import type { Block, Paragraph } from '../read/document.ts';
import type { Copy } from './copies.ts';
import type { Heading } from './headings.ts';
import { isFooter, isMetadata } from './page-noise.ts';

/** A section as printed: its heading and the blocks below it, by index in the document. */
export interface SectionSegment {
  readonly heading: Heading;
  readonly blocks: readonly number[];
}

/** One report on a page, parted: everything the extraction stages need, by index in the document. */
export interface ReportSegment {
  /** Paragraphs between the title and the first heading, from the first that is a sentence. */
  readonly preamble: readonly Paragraph[];
  readonly sections: readonly SectionSegment[];
  /** Name and date below the last section. */
  readonly signature: readonly string[];
}

const dateLine = /^[\s　]*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年.{1,4}月.{1,4}日[\s　]*$/u;
const longestSignature = 40;
const shortestSignature = 4;
/** A signature is a name, or two of an office and its government, above the date. */
const signatureLines = 2;

/** The sentence before the first heading may end in a colon: …报告公布如下: */
const announces = /如下\s*[:：]\s*$/u;

/** Where a report's own text begins, its first heading or its first table, and the blocks of its tables. */
interface Bounds {
  readonly first: number;
  readonly tableBlocks: ReadonlySet<number>;
}

/** Parts one printing of a report. One without headings is all preamble, what stands below its tables too. */
export function segmentReport(copy: Copy, blocks: readonly Block[], { first, tableBlocks }: Bounds): ReportSegment {
  const isText = (index: number) =>
    paragraphsAt(blocks, index).some(({ text }) => (isProse(text) || announces.test(text)) && !isMetadata(text));
  const opening = range(copy.start, first).find(isText) ?? first;
  const last = copy.headings.at(-1)?.block ?? Math.max(opening, ...tableBlocks);
  const end = findEnd(blocks, last + 1, copy.end);
  const signature = findSignature(blocks, last + 1, end);
  const textEnd = signature.start;
  const above = range(opening, Math.min(first, textEnd)).filter((index) => !tableBlocks.has(index));
  const isBelow = (index: number) => !tableBlocks.has(index) && isText(index);
  const below = copy.headings.length > 0 ? [] : range(first, textEnd).filter(isBelow);
  return {
    preamble: [...above, ...below].flatMap((index) => paragraphsAt(blocks, index)),
    sections: copy.headings.map((heading, index) => ({
      heading,
      blocks: range(heading.block + 1, copy.headings[index + 1]?.block ?? textEnd),
    })),
    signature: signature.lines,
  };
}

/** The report ends at the first line that is the site's and not the report's. */
function findEnd(blocks: readonly Block[], from: number, limit: number): number {
  const footer = range(from, limit).find((index) => paragraphsAt(blocks, index).some(({ text }) => isFooter(text)));
  return footer ?? limit;
}

/** The last short lines that end in a date: who signs, and when. */
function findSignature(blocks: readonly Block[], from: number, end: number): { start: number; lines: string[] } {
  const date = range(from, end).findLast((index) =>
    paragraphsAt(blocks, index).some(({ text }) => dateLine.test(text)),
  );
  if (date === undefined) return { start: end, lines: [] };
  let start = date;
  while (start - 1 >= from && date - start < signatureLines && isSignatureLine(blocks[start - 1])) start -= 1;
  const lines = range(start, date + 1).flatMap((index) => paragraphsAt(blocks, index));
  return { start, lines: lines.map(({ text }) => text.trim()) };
}

function isSignatureLine(block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph' || /[。；:：，、]/u.test(block.text)) return false;
  const { length } = block.text.trim();
  return length >= shortestSignature && length <= longestSignature;
}

function paragraphsAt(blocks: readonly Block[], index: number): Paragraph[] {
  const block = blocks[index];
  return block?.kind === 'paragraph' ? [block] : [];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
