import type { Form } from '../../schema/law/forms/form.ts';
import type { Section } from '../../schema/record/report.ts';
import type { Block, Paragraph } from '../read/document.ts';
import { isPageNumber, isProse, statutoryLabels } from '../tables/atoms.ts';
import { wordsOf } from '../wording/figure.ts';
import { normalise } from '../wording/normalise.ts';
import { sectionKey } from './section-wording.ts';
import type { SectionSegment } from './segment.ts';

const cellSeparator = /[\t|｜│]/u;

/**
 * The blocks of a section, by index, in which its statutory table is printed: those that figures were read from, the lines
 * among them, and lines of nothing but labels and pipes next to them. Where no figure was read there is no table.
 */
function tableLines(
  indexes: readonly number[],
  blocks: readonly Block[],
  read: ReadonlySet<number>,
): ReadonlySet<number> {
  const own = indexes.filter((index) => read.has(index));
  const [first, last] = [own.at(0), own.at(-1)];
  if (first === undefined || last === undefined) return read;
  const isWithin = (index: number) => index > first && index < last && isLine(blocks[index]);
  return new Set([...own, ...indexes.filter((index) => isWithin(index) || isFurniture(blocks[index]))]);
}

function isLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && !isProse(block.text);
}

function isFurniture(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && (isPageNumber(block.text) || isLabels(block.text));
}

/** Whether a line is nothing but labels of the statutory tables and pipes. */
function isLabels(line: string): boolean {
  const words = line.split(cellSeparator).map(normalise);
  return words.every((word) => word === '' || statutoryLabels().has(word));
}

/** A section with its narrative still in paragraphs, so that figures read from it keep their place. */
export interface NarrativeSection {
  readonly section: Section;
  readonly paragraphs: readonly Paragraph[];
}

/** The sections as printed, each with the key of what it is about. Blocks that statutory tables are printed in are no narrative. */
export function narrativeSections(
  segments: readonly SectionSegment[],
  blocks: readonly Block[],
  { form, tableBlocks }: { form: Form; tableBlocks: ReadonlySet<number> },
): NarrativeSection[] {
  return segments.map(({ heading, blocks: indexes }) => {
    const printed = tableLines(indexes, blocks, tableBlocks);
    const below = indexes.filter((index) => !printed.has(index)).flatMap((index) => narrative(blocks[index]));
    const isOfTable = tableBlocks.has(heading.block) || (printed.size > 0 && isLabels(heading.rest));
    const onLine = isOfTable && !isProse(heading.rest) ? '' : heading.rest;
    const paragraphs = [...restOfHeading(onLine, blocks[heading.block]), ...below];
    const text = paragraphs.map((paragraph) => paragraph.text.trim()).join('\n');
    const key = sectionKey(heading.text, form);
    return { section: { ordinal: heading.ordinal, key, heading: heading.text, text }, paragraphs };
  });
}

/** What stands on the heading's own line after it is the section's first paragraph. */
function restOfHeading(rest: string, block: Block | undefined): Paragraph[] {
  if (rest === '' || block?.kind !== 'paragraph') return [];
  return [{ ...block, text: rest, offset: block.offset + block.text.lastIndexOf(rest) }];
}

/** A table that is not statutory is narrative too: its rows, a line each, cells parted by tabs. */
function narrative(block: Block | undefined): Paragraph[] {
  if (block === undefined) return [];
  if (block.kind === 'paragraph') return [block];
  return block.rows.map((row) => ({
    kind: 'paragraph' as const,
    text: row.map((cell) => wordsOf(cell.text).replace(/\s+/g, ' ')).join('\t'),
    line: row[0]?.line ?? block.line,
    offset: row[0]?.offset ?? block.offset,
  }));
}
