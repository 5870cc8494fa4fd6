import { formById } from '../schema/forms/forms.ts';
import type { Statistic } from '../schema/report.ts';
import { extractIndicators } from './extract/indicators/extract-indicators.ts';
import { extractStatistics } from './extract/statistics/extract-statistics.ts';
import { extractTables } from './extract/tables/extract-tables.ts';
import type { ParseHints } from './parse-hints.ts';
import type { Block, Paragraph } from './read/document.ts';
import { isAnnualReport } from './recognise/annual-report.ts';
import { recogniseForm } from './recognise/form.ts';
import { identify } from './recognise/identity.ts';
import { type Draft, emptyDraft } from './records.ts';
import { type NarrativeSection, narrativeSections } from './sections.ts';
import { type Copy, findCopies } from './segment/copies.ts';
import { findHeadings } from './segment/headings.ts';
import { findAnnex, type ReportSegment, segmentReport } from './segment/segment.ts';
import { unfold } from './segment/unfold.ts';

/** The annual reports printed on a page, in order; a report printed twice is here twice. */
export function annualReports(printedBlocks: readonly Block[], hints: ParseHints): Draft[] {
  const blocks = unfold(printedBlocks);
  const annex = findAnnex(blocks) ?? blocks.length;
  const page = blocks.slice(0, annex);
  const statistics = extractStatistics(blocks.slice(annex));
  const copies = findCopies(findHeadings(page), page);
  const printed = copies.length > 0 ? copies : [{ headings: [], start: 0, end: page.length }];
  return printed.flatMap((copy, index) => {
    const above = index === 0 ? 0 : copy.start;
    return readReport({ segment: segmentReport(copy, page), copy, page, above, statistics, hints });
  });
}

interface PrintedReport {
  readonly segment: ReportSegment;
  readonly copy: Copy;
  readonly page: readonly Block[];
  /** First block that may be this report's: what stands above it belongs to another. */
  readonly above: number;
  readonly statistics: readonly Statistic[];
  readonly hints: ParseHints;
}

/** The stages of one report, in order; nothing where there is no report. */
function readReport({ segment, copy, page, above, statistics, hints }: PrintedReport): Draft[] {
  const { tables, findings, blocks: tableBlocks } = tablesIn(page, segment.body.start, copy.end);
  const form = recogniseForm(tables, page.slice(segment.body.start, copy.end));
  const narrative = narrativeSections(segment.sections, page, { form: formById(form), tableBlocks });
  const sections = narrative.map(({ section }) => section);
  const head = page.slice(above, segment.body.start);
  const preamble = printed(segment.preamble);
  const body = [preamble, ...sections.map((section) => section.text)].join('\n');
  const identity = identify({ head, body, signature: segment.signature, hints });
  if (!isAnnualReport({ title: identity.title, tables, sections })) return [];
  const indicators = extractIndicators([preambleSection(segment), ...narrative.map(indicatorSection)], identity.year);
  const content = { preamble, sections, tables, statistics: [...statistics], indicators, findings: [...findings] };
  return [{ ...emptyDraft, kind: 'annual-report', form, ...identity, ...content }];
}

function tablesIn(page: readonly Block[], start: number, end: number) {
  const { blocks, ...extracted } = extractTables(page.slice(start, end));
  return { ...extracted, blocks: new Set([...blocks].map((block) => block + start)) };
}

function printed(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.text.trim()).join('\n');
}

function preambleSection({ preamble }: ReportSegment) {
  return { ordinal: 0, key: null, paragraphs: preamble };
}

function indicatorSection({ section, paragraphs }: NarrativeSection) {
  return { ordinal: section.ordinal, key: section.key, paragraphs };
}
