import type { Form } from '../schema/law/forms/form.ts';
import type { Section } from '../schema/record/report.ts';
import { isProse } from './extract/tables/atoms.ts';
import type { Block, Paragraph } from './read/document.ts';
import { sectionKey } from './segment/section-key.ts';
import type { SectionSegment } from './segment/segment.ts';
import { isLabels, tableLines } from './table-lines.ts';

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
    text: row.map((cell) => cell.text.replace(/\s+/g, ' ')).join('\t'),
    line: row[0]?.line ?? block.line,
    offset: row[0]?.offset ?? block.offset,
  }));
}
