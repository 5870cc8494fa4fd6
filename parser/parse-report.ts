import { createHash } from 'node:crypto';
import type { ReportRecord, Source } from '../schema/report.ts';
import { reason } from '../schema/vocabulary/reasons.ts';
import { annualReports } from './annual-report.ts';
import { check } from './check.ts';
import { eachOnce } from './each-once.ts';
import { defaultOutcomePolicy, type OutcomePolicy } from './outcome-policy.ts';
import type { ParseHints } from './parse-hints.ts';
import type { Block } from './read/document.ts';
import { readDocuments } from './read/read-document.ts';
import type { ReadResult } from './read/reader.ts';
import { readAlike } from './read-alike.ts';
import { isWorkPlan } from './recognise/work-plan.ts';
import { type Draft, toRecord, unrecognised } from './records.ts';
import { workPlanDraft } from './work-plan.ts';

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
  const file = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const results = await readDocuments(bytes);
  return results.flatMap((read) => {
    const source = sourceOf(file, read);
    return drafts(read, hints).map((draft) => toRecord(draft, source, policy));
  });
}

function drafts(read: ReadResult, hints: ParseHints): Draft[] {
  if (read.document === null) return [unrecognised(read.reason)];
  const { blocks, unseen, attachment } = read.document;
  const seen = draftsIn(blocks, hints);
  const found = seen.length > 0 ? seen : draftsIn(unseen?.() ?? [], hints);
  return found.length > 0
    ? found
    : [unrecognised(attachment === undefined ? reason('no-report') : reason('attachment-only', attachment))];
}

/** What blocks hold: a work plan, or annual reports, each once; none where they are neither. */
function draftsIn(printed: readonly Block[], hints: ParseHints): Draft[] {
  const { blocks, restore } = readAlike(printed);
  const drafts = isWorkPlan(blocks)
    ? [workPlanDraft(blocks, hints)]
    : eachOnce(annualReports(blocks, hints)).map(check);
  return drafts.map(({ agency, findings, reasons, ...texts }) => ({ ...restore(texts), agency, findings, reasons }));
}

function sourceOf(file: Pick<Source, 'sha256' | 'bytes'>, read: ReadResult): Source {
  return {
    ...file,
    mediaType: read.mediaType,
    encoding: read.document?.encoding ?? null,
    ...(read.member === null ? {} : { member: read.member }),
  };
}
