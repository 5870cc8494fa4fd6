import { createHash } from 'node:crypto';
import { reason } from '../schema/law/vocabulary/reasons.ts';
import type { Reason } from '../schema/record/reason.ts';
import type { ReportRecord, Source } from '../schema/record/report.ts';
import { tableCells } from '../schema/record/table-rows.ts';
import { annualReports, type ReadPage } from './annual-report.ts';
import { isComplete } from './completeness.ts';
import { pageUrlOf } from './locate/page-url.ts';
import { reportMissing } from './locate/report-or-not.ts';
import { isWorkPlan } from './plans/recognise-plan.ts';
import { workPlanDraft } from './plans/work-plan.ts';
import type { Block, Document } from './read/document.ts';
import { readDocuments } from './read/format.ts';
import type { ReadResult } from './read/reader.ts';
import { type Alike, readAlike } from './read-alike.ts';
import {
  type Draft,
  defaultOutcomePolicy,
  eachOnce,
  type OutcomePolicy,
  type ParseHints,
  toRecord,
  unrecognised,
} from './records.ts';
import { runRules } from './rules/run-rules.ts';

/** A draft with what the rules say of it, whether it is complete, and why it cannot be filed, if so. */
function check(read: Draft): Draft {
  const draft = { ...read, reasons: filingReasons(read) };
  const checked = runRules(draft);
  const findings = [...draft.findings, ...checked.findings];
  const complete = isComplete({ ...draft, findings });
  return { ...draft, complete, findings, checks: checked.checks };
}

/** A report without agency or year belongs to no record; what was read of it is still printed. */
function filingReasons(draft: Draft): Reason[] {
  if (isBlankForm(draft)) return [reason('blank-form')];
  return [
    ...(draft.agency === null ? [reason('agency-unrecognised')] : []),
    ...(draft.year === null ? [reason('year-unrecognised')] : []),
  ];
}

/** The form itself, as issued: tables without a single figure, and nobody's. */
function isBlankForm({ agency, tables }: Draft): boolean {
  const cells = tableCells(tables);
  return agency === null && cells.length > 0 && cells.every(([, cell]) => cell.value === null);
}

/** One file, or one member of an archive, as it was read: its records, and the pages that they were read from. */
export interface ReadFile {
  readonly read: ReadResult;
  /** What it shows; where no report stands there, also what it holds unseen. None where the file was refused. */
  readonly pages: readonly PageRead[];
  readonly records: readonly ReportRecord[];
}

/** Blocks and what they were taken for; `report` is null where they are a work plan. */
export interface PageRead {
  readonly unseen: boolean;
  readonly blocks: readonly Block[];
  readonly report: ReadPage | null;
  readonly drafts: readonly Draft[];
}

/**
 * Everything a file says: one record for each report or work plan in it, at least one for the file and for each member
 * of an archive. Resolves always: a reader that is needed is loaded first, which is all that is awaited.
 * Pure: the same bytes, hints and policy give the same records. Faults of the document are `reasons` and `findings`, never thrown.
 */
export async function parseReport(
  bytes: Uint8Array,
  hints: ParseHints = {},
  policy: OutcomePolicy = defaultOutcomePolicy,
): Promise<ReportRecord[]> {
  const files = await readReports(bytes, hints, policy);
  return files.flatMap(({ records }) => records);
}

/** The records of a file as `parseReport` gives them, with the decisions behind them. */
export async function readReports(
  bytes: Uint8Array,
  hints: ParseHints = {},
  policy: OutcomePolicy = defaultOutcomePolicy,
): Promise<ReadFile[]> {
  const file = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const results = await readDocuments(bytes);
  const { sourceUrl } = hints;
  const site = sourceUrl === undefined ? {} : { site: (await import('./locate/site.ts')).siteOf(sourceUrl) };
  return results.map((read) => {
    const source = sourceOf(file, read);
    const fileName = read.member?.split('/').at(-1) ?? hints.fileName;
    const own = { ...hints, ...site, ...(fileName !== undefined && { fileName }) };
    const pages = read.document === null ? [] : readPages(read.document, own);
    const records = draftsOf(read, pages).map((draft) => toRecord(draft, source, policy));
    return { read, pages, records };
  });
}

/** What a document shows, and what it holds unseen where nothing was found in that. */
function readPages({ blocks, unseen }: Document, hints: ParseHints): PageRead[] {
  const seen = { unseen: false, ...readPage(blocks, hints) };
  if (seen.drafts.length > 0 || unseen === undefined) return [seen];
  return [seen, { unseen: true, ...readPage(unseen(), hints) }];
}

/** What blocks hold: a work plan, or annual reports, each once; no draft where they are neither. */
function readPage(printed: readonly Block[], hints: ParseHints): Omit<PageRead, 'unseen'> {
  const { blocks, restore } = readAlike(printed);
  const report = isWorkPlan(blocks) ? null : annualReports(blocks, hints);
  const drafts =
    report === null
      ? [workPlanDraft(blocks, hints)]
      : eachOnce(report.printings.flatMap(({ draft }) => draft ?? [])).map(check);
  return { blocks, report, drafts: drafts.map((draft) => asPrinted(draft, restore)) };
}

/** A draft in the document's own characters; what the product says of it stays as it is. */
function asPrinted({ agency, findings, reasons, ...texts }: Draft, restore: Alike['restore']): Draft {
  return { ...restore(texts), agency, findings, reasons };
}

function draftsOf(read: ReadResult, pages: readonly PageRead[]): readonly Draft[] {
  if (read.document === null) return [unrecognised(read.reason)];
  const drafts = pages.flatMap((page) => page.drafts);
  if (drafts.length > 0) return drafts;
  const { attachment } = read.document;
  if (attachment !== undefined) return [unrecognised(reason('attachment-only', attachment))];
  const blocks = pages.flatMap((page) => page.blocks);
  const signs = pages.flatMap(({ report }) => report?.printings.map((printing) => printing.signs) ?? []);
  return [unrecognised(reportMissing(blocks, signs))];
}

function sourceOf(file: Pick<Source, 'sha256' | 'bytes'>, read: ReadResult): Source {
  const pageUrl = read.document === null ? null : pageUrlOf(read.document.blocks);
  return {
    ...file,
    mediaType: read.mediaType,
    encoding: read.document?.encoding ?? null,
    ...(read.member === null ? {} : { member: read.member }),
    ...(pageUrl === null ? {} : { pageUrl }),
  };
}
