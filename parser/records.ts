import { type ReasonCode, reason } from '../schema/law/vocabulary/reasons.ts';
import { noChecks } from '../schema/record/checks.ts';
import { noEvidence } from '../schema/record/evidence.ts';
import type { Finding, Severity } from '../schema/record/finding.ts';
import type { Reason } from '../schema/record/reason.ts';
import type { Outcome, ReportRecord, Source } from '../schema/record/report.ts';
import { tableCells } from '../schema/record/table-rows.ts';
import type { Site } from './locate/agency.ts';
import { parserVersion } from './version.ts';

/** What the sender says of a document. Evidence beside the document's own words, never a substitute for them. */
export interface ParseHints {
  readonly sourceUrl?: string;
  /** The site of `sourceUrl`; `parseReport` finds it. */
  readonly site?: Site;
  readonly agency?: string;
  readonly publishedOn?: string;
  /** The name of the file, without folders. */
  readonly fileName?: string;
  /** The day on which the document was received, ISO 8601: it was published no later. */
  readonly receivedOn?: string;
  /** Two digits of GB/T 2260: the province whose stack received the document. */
  readonly provinceCode?: string;
}

/** Which findings hold a report. A held report is served like any other, with its doubts. */
export interface OutcomePolicy {
  /** Findings of these severities hold. */
  readonly severities: readonly Severity[];
  /** Rules whose findings hold, whatever their severity. */
  readonly rules: readonly string[];
  /** Rules whose findings never hold. */
  readonly exempt: readonly string[];
}

/** Errors hold: a relation between printed cells is broken, or a cell cannot be read. Nothing else does. */
export const defaultOutcomePolicy: OutcomePolicy = { severities: ['error'], rules: [], exempt: [] };

/** Whether a finding holds its report. */
function holds({ severities, rules, exempt }: OutcomePolicy, { rule, severity }: Finding): boolean {
  return !exempt.includes(rule) && (severities.includes(severity) || rules.includes(rule));
}

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

/** Rule id of the finding that two printings of one report differ. */
const copiesDiffer = 'document.copies-differ';

/**
 * Each report once. Pages print a report twice, as text and as a print view, or list its headings before it: the
 * fullest printing is kept, the first of equals, with a finding where another prints a different figure.
 */
export function eachOnce(drafts: readonly Draft[]): Draft[] {
  const groups = Map.groupBy(drafts, ({ agency, year }) => `${agency?.id ?? ''}/${year ?? ''}`);
  return [...groups.values()].flatMap((printings) => {
    const fullest = printings.reduce<Draft | null>(fuller, null);
    if (fullest === null) return [];
    const findings = printings.filter((other) => other !== fullest).flatMap((other) => differences(fullest, other));
    return [{ ...fullest, findings: [...fullest.findings, ...findings] }];
  });
}

function fuller(best: Draft | null, next: Draft): Draft {
  return best === null || fullness(next) > fullness(best) ? next : best;
}

/** Figures first: text alone never outweighs a table. */
function fullness({ tables, sections }: Draft): number {
  const figures = tableCells(tables).filter(([, cell]) => cell.value !== null).length;
  const text = sections.reduce((sum, section) => sum + section.text.length, 0);
  return figures * 1_000_000 + text;
}

function differences(kept: Draft, other: Draft): Finding[] {
  const printed = new Map(tableCells(other.tables));
  const paths = tableCells(kept.tables)
    .filter(([path, cell]) => {
      const twin = printed.get(path);
      return twin !== undefined && twin.value !== null && cell.value !== null && twin.value !== cell.value;
    })
    .map(([path]) => path);
  return paths.length === 0 ? [] : [differenceFinding(paths)];
}

function differenceFinding(cells: string[]): Finding {
  const differing = cells.length === 1 ? '1 figure differs' : `${cells.length} figures differ`;
  return {
    rule: copiesDiffer,
    severity: 'warning',
    cells,
    expected: null,
    actual: null,
    message: {
      zh: `同一页面刊登了两份报告,其中${cells.length}个数字不同;所存为较完整的一份。`,
      en: `The page prints the report twice and ${differing}; the fuller printing is kept.`,
    },
    cause: 'source',
  };
}
