import { type ReasonCode, reason } from '../schema/law/vocabulary/reasons.ts';
import { noChecks } from '../schema/record/checks.ts';
import { noEvidence } from '../schema/record/evidence.ts';
import type { Reason } from '../schema/record/reason.ts';
import type { Outcome, ReportRecord, Source } from '../schema/record/report.ts';
import { defaultOutcomePolicy, holds, type OutcomePolicy } from './outcome-policy.ts';
import { parserVersion } from './version.ts';

/** What the stages found in a document, before it is said what it came from and what becomes of it. */
export type Draft = Omit<ReportRecord, 'outcome' | 'source' | 'parser'>;

/** A draft with nothing in it: what an unrecognised document is, and what every recognised one begins from. */
export const emptyDraft: Draft = {
  kind: 'unrecognised',
  form: null,
  agency: null,
  year: null,
  title: null,
  publishedOn: null,
  complete: false,
  preamble: '',
  sections: [],
  tables: {},
  statistics: [],
  indicators: [],
  workPlan: null,
  findings: [],
  checks: noChecks,
  evidence: noEvidence,
  reasons: [],
};

export function unrecognised(reason: Reason): Draft {
  return { ...emptyDraft, reasons: [reason] };
}

/** The record of a file that was not read, for a reason that only its caller can know. */
export function refusedRecord(code: ReasonCode, source: Source): ReportRecord {
  return toRecord(unrecognised(reason(code)), source, defaultOutcomePolicy);
}

/** The record of a draft, its keys always in the same order, so that the same document prints the same bytes. */
export function toRecord(draft: Draft, source: Source, policy: OutcomePolicy): ReportRecord {
  const { kind, form, agency, year, title, publishedOn, complete, scopes, ...content } = draft;
  const outcome = outcomeOf(draft, policy);
  return {
    ...{ kind, form, agency, year, title, publishedOn, complete, outcome },
    ...(scopes === undefined ? {} : { scopes }),
    ...content,
    source,
    parser: { version: parserVersion },
  };
}

/** A reason rejects; a finding that the policy says so of holds. */
function outcomeOf({ reasons, findings }: Draft, policy: OutcomePolicy): Outcome {
  if (reasons.length > 0) return 'rejected';
  return findings.some((finding) => holds(policy, finding)) ? 'held' : 'published';
}
