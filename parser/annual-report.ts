import { formById } from '../schema/forms/forms.ts';
import { extractIndicators } from './extract/indicators/extract-indicators.ts';
import { extractStatistics } from './extract/statistics/extract-statistics.ts';
import { extractTables, type TableDecisions } from './extract/tables/extract-tables.ts';
import type { ParseHints } from './parse-hints.ts';
import type { Block, Paragraph } from './read/document.ts';
import { isAnnualReport, type SignsFound, signsFound } from './recognise/annual-report.ts';
import { recogniseForm } from './recognise/form.ts';
import { identify } from './recognise/identity.ts';
import { type Draft, emptyDraft } from './records.ts';
import { type NarrativeSection, narrativeSections } from './sections.ts';
import { findAnnexes, type Range } from './segment/annexes.ts';
import { type Copy, findCopies } from './segment/copies.ts';
import { findHeadings } from './segment/headings.ts';
import { toPrintedLines } from './segment/printed-lines.ts';
import { type ReportSegment, segmentReport } from './segment/segment.ts';
import { unfold } from './segment/unfold.ts';

/** A page as it was parted into what may be reports, with the decisions that led there. */
export interface ReadPage {
  readonly blocks: readonly Block[];
  /** Where indicator annexes stand, as indexes of `blocks`. */
  readonly annexes: readonly Range[];
  /** In order; a report printed twice is here twice. */
  readonly printings: readonly Printing[];
}

/** A stretch of a page that may be a report, and what was decided of it. */
export interface Printing {
  readonly copy: Copy;
  readonly tables: TableDecisions;
  readonly signs: SignsFound;
  /** Null where the signs do not make a report. */
  readonly draft: Draft | null;
}

/** Reads every stretch of a page that may be an annual report. */
export function annualReports(printedBlocks: readonly Block[], hints: ParseHints): ReadPage {
  const blocks = unfold(toPrintedLines(printedBlocks));
  const annexes = findAnnexes(blocks);
  const headings = findHeadings(blocks, (block) => annexes.some(({ start, end }) => block >= start && block < end));
  const copies = findCopies(headings, blocks);
  const printed = copies.length > 0 ? copies : [{ headings: [], start: 0, end: blocks.length }];
  const printings = printed.map((copy, index) =>
    readReport({ copy, blocks, annexes, above: index === 0 ? 0 : copy.start, hints }),
  );
  return { blocks, annexes, printings };
}

interface PrintedReport {
  readonly copy: Copy;
  readonly blocks: readonly Block[];
  readonly annexes: readonly Range[];
  /** First block that may be this report's: what stands above it belongs to another. */
  readonly above: number;
  readonly hints: ParseHints;
}

/** The stages of one report, in order. */
function readReport({ copy, blocks, annexes, above, hints }: PrintedReport): Printing {
  const own = annexes.filter(({ start }) => start >= copy.start && start < copy.end);
  const page = blocks.slice(0, endOfText(copy, own));
  const {
    tables,
    findings,
    decisions,
    blocks: tableBlocks,
  } = tablesIn(page.slice(0, own[0]?.start), copy.headings[0]?.block ?? copy.start);
  const first = copy.headings[0]?.block ?? Math.min(page.length, ...tableBlocks);
  const segment = segmentReport({ ...copy, end: page.length }, page, { first, tableBlocks });
  const form = recogniseForm(tables, page.slice(copy.start));
  const cells = new Set([...tableBlocks, ...own.flatMap(blocksIn)]);
  const narrative = narrativeSections(segment.sections, page, { form: formById(form), tableBlocks: cells });
  const sections = narrative.map(({ section }) => section);
  const preamble = printedLines(segment.preamble);
  const body = [preamble, ...sections.map((section) => section.text)].join('\n');
  const identity = identify({ head: page.slice(above, first), body, signature: segment.signature, hints });
  const lines = page.slice(above).flatMap((block) => (block.kind === 'paragraph' ? block.text : []));
  const signs = signsFound({ title: identity.title, tables, sections, preamble, lines });
  if (!isAnnualReport(signs)) return { copy, tables: decisions, signs, draft: null };
  const indicators = extractIndicators([preambleSection(segment), ...narrative.map(indicatorSection)], identity.year);
  const statistics = own.flatMap(({ start, end }) => extractStatistics(blocks.slice(start, end)));
  const content = { preamble, sections, tables, statistics, indicators, findings: [...findings] };
  const draft: Draft = { ...emptyDraft, kind: 'annual-report', form, ...identity, ...content };
  return { copy, tables: decisions, signs, draft };
}

/** An annex ends a report, unless it is one of its numbered sections and others follow. */
function endOfText({ headings, end }: Copy, annexes: readonly Range[]): number {
  const annex = annexes[0];
  const isFollowed = annex !== undefined && headings.some(({ block }) => block >= annex.end);
  return annex === undefined || isFollowed ? end : annex.start;
}

function blocksIn({ start, end }: Range): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function tablesIn(page: readonly Block[], start: number) {
  const { blocks, ...extracted } = extractTables(page.slice(start));
  return { ...extracted, blocks: new Set([...blocks].map((block) => block + start)) };
}

function printedLines(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.text.trim()).join('\n');
}

function preambleSection({ preamble }: ReportSegment) {
  return { ordinal: 0, key: null, paragraphs: preamble };
}

function indicatorSection({ section, paragraphs }: NarrativeSection) {
  return { ordinal: section.ordinal, key: section.key, paragraphs };
}
