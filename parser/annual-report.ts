import { formById, newestForm } from '../schema/law/forms/forms.ts';
import { annexOfOthers } from './annex/annex-caption.ts';
import { findAnnexes, type Range } from './annex/annex-header.ts';
import { extractStatistics } from './annex/extract-statistics.ts';
import { recogniseForm } from './locate/form.ts';
import { findHeadings } from './locate/headings.ts';
import { identify } from './locate/identity.ts';
import { toPrintedLines } from './locate/printed-lines.ts';
import { isAnnualReport, type SignsFound, signsFound } from './locate/report-or-not.ts';
import { type NarrativeSection, narrativeSections } from './locate/sections.ts';
import { type Copy, findCopies, type ReportSegment, segmentReport } from './locate/segment.ts';
import { recogniseTitle } from './locate/title.ts';
import { unfold } from './locate/unfold.ts';
import { recogniseYear } from './locate/year.ts';
import { extractIndicators, extractLevelFigures, withLevelFigures } from './prose/extract-indicators.ts';
import type { Block, Paragraph } from './read/document.ts';
import { notFound } from './reading-rules.ts';
import type { ParseHints } from './records.ts';
import { type Draft, emptyDraft } from './records.ts';
import { recogniseScopes } from './scopes.ts';
import { labelledScopes } from './table-scopes.ts';
import { withDashedTables } from './tables/dashed-tables.ts';
import { withDrawnTables } from './tables/drawn-tables.ts';
import { extractTables, type TableDecisions } from './tables/extract-tables.ts';
import type { OwnSigns } from './tables/printings.ts';

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
  const blocks = unfold(toPrintedLines(withDashedTables(withDrawnTables(printedBlocks))));
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
  const firstHeading = copy.headings[0]?.block ?? null;
  const space = { blocks: blocks.slice(0, copy.end), from: above, annexes: own };
  const { tables, findings, decisions, blocks: tableBlocks } = tablesIn(space, ownSigns(page, copy, above));
  const first = firstHeading ?? Math.min(page.length, ...tableBlocks);
  const segment = segmentReport({ ...copy, end: page.length }, page, { first, tableBlocks });
  const form = recogniseForm(tables, page.slice(copy.start));
  const cells = new Set([...tableBlocks, ...own.flatMap(blocksIn)]);
  const narrative = narrativeSections(segment.sections, page, {
    form: form === null ? newestForm : formById(form),
    tableBlocks: cells,
  });
  const sections = narrative.map(({ section }) => section);
  const preamble = printedLines(segment.preamble);
  const body = [preamble, ...sections.map((section) => section.text)].join('\n');
  const identity = identify({ head: page.slice(above, first), body, signature: segment.signature, hints });
  const lines = linesOf(page.slice(above));
  const signs = signsFound({ title: identity.title, tables, sections, preamble, lines });
  if (!isAnnualReport(signs)) return { copy, tables: decisions, signs, draft: null };
  const prose = [preambleSection(segment), ...narrative.map(indicatorSection)];
  const stated = extractIndicators(prose, identity);
  const levelFigures = extractLevelFigures(prose, identity);
  const annexed = own.map(({ start, end }) => {
    const printed = blocks.slice(start, end);
    const rows = extractStatistics(printed, identity.year);
    return { rows, finding: annexOfOthers(printed, identity, rows) };
  });
  const statistics = annexed.flatMap(({ rows }) => rows);
  const annexFindings = annexed.flatMap(({ finding }) => finding ?? []);
  const { labelled, findings: scopeFindings } = labelledScopes(decisions);
  const scopes = recogniseScopes({
    labelled,
    ...{ title: identity.title, agency: identity.agency, year: identity.year, tables, statistics },
    ...{ indicators: stated, levelFigures },
    sections: [
      { ...preambleSection(segment), heading: '' },
      ...narrative.map((each) => ({ ...indicatorSection(each), heading: each.section.heading })),
    ],
  });
  const indicators = scopes.report.scope === 'ownLevel' ? withLevelFigures(stated, levelFigures) : stated;
  const content = { scopes, preamble, sections, tables, statistics, indicators };
  const missing = form === null ? [notFound()] : [];
  const draft: Draft = {
    ...emptyDraft,
    kind: 'annual-report',
    form,
    ...identity,
    ...content,
    findings: [...findings, ...annexFindings, ...scopeFindings, ...missing],
  };
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

interface TableSpace {
  readonly blocks: readonly Block[];
  /** The first block that may be this report's. */
  readonly from: number;
  /** Annexes have tables of their own kind. */
  readonly annexes: readonly Range[];
}

/** Statutory tables are looked for in all that is the report's: above its first heading and below its annex too. */
function tablesIn({ blocks, from, annexes }: TableSpace, signs: OwnSigns) {
  const indexes = [...blocks.keys()].filter(
    (index) => index >= from && !annexes.some(({ start, end }) => index >= start && index < end),
  );
  const { blocks: used, ...extracted } = extractTables(
    indexes.map((index) => blocks[index] as Block), // an index of this list
    signs,
  );
  return { ...extracted, blocks: new Set([...used].map((index) => indexes[index] as number)) };
}

/** Blocks above the text in which a report's title stands. */
const headBlocks = 60;

/** Lines at the end of a text in one of which its agency signs: its name alone. */
const signatureLines = 6;
const signature = /^\s*[\p{Script=Han}]{2,30}(?:人民政府|委员会|办事处|管委会|局|厅|办公室)\s*$/u;

/**
 * The title and year that are printed above a report's text, before it is known how far its text reaches. Where a crawler took the
 * headings and the title away, the agency's signature stands for the title.
 */
function ownSigns(page: readonly Block[], { headings }: Copy, above: number): OwnSigns {
  const end = Math.min(headings[0]?.block ?? above + headBlocks, page.length);
  const lines = linesOf(page.slice(Math.max(above, end - headBlocks), end));
  const title = recogniseTitle(lines);
  const year = recogniseYear({ titles: title === null ? [] : [title], body: lines.join('\n') })?.year ?? null;
  const signed = linesOf(page.slice(-signatureLines)).findLast((line) => signature.test(line));
  return { title: title ?? (headings.length === 0 ? (signed ?? null) : null), year };
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
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
