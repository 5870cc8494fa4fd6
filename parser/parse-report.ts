import { createHash } from 'node:crypto';
import type { ReportRecord, Source } from '../schema/report.ts';
import { reason } from '../schema/vocabulary/reasons.ts';
import { annualReports } from './annual-report.ts';
import { check } from './check.ts';
import { eachOnce } from './each-once.ts';
import type { ParseHints } from './parse-hints.ts';
import { type ReadResult, readDocument } from './read/read-document.ts';
import { isWorkPlan } from './recognise/work-plan.ts';
import { type Draft, toRecord, unrecognised } from './records.ts';
import { workPlanDraft } from './work-plan.ts';

/**
 * Everything a file says: one record for each report or work plan in it, at least one record always.
 * Pure: the same bytes and hints give the same records. Faults of the document are `reasons` and `findings`, never thrown.
 */
export function parseReport(bytes: Uint8Array, hints: ParseHints = {}): ReportRecord[] {
  const read = readDocument(bytes);
  const source = sourceOf(bytes, read);
  return drafts(read, hints).map((draft) => toRecord(draft, source));
}

function drafts(read: ReadResult, hints: ParseHints): Draft[] {
  if (read.document === null) return [unrecognised(read.reason)];
  const { blocks } = read.document;
  if (isWorkPlan(blocks)) return [workPlanDraft(blocks, hints)];
  const reports = eachOnce(annualReports(blocks, hints));
  return reports.length > 0 ? reports.map(check) : [unrecognised(reason('no-report'))];
}

function sourceOf(bytes: Uint8Array, read: ReadResult): Source {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: read.mediaType,
    encoding: read.document?.encoding ?? null,
  };
}
