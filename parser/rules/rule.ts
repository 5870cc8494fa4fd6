import type { Bilingual } from '../../schema/bilingual.ts';
import type { Cause, Finding, Severity } from '../../schema/finding.ts';
import type { ReportRecord } from '../../schema/report.ts';
import type { RuleDescription } from '../../schema/rule.ts';

/** The parts of a record that rules look at: what was printed, before anything is said of it. */
export type CheckableRecord = Pick<ReportRecord, 'form' | 'year' | 'tables' | 'statistics' | 'indicators' | 'sections'>;

/** What a failed check says; the rule's id and severity are added when rules are run. */
export interface Failure {
  readonly cells: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly message: Bilingual;
  /** Default: the rule's severity. */
  readonly severity?: Severity;
  /** Default: `source`. */
  readonly cause?: Cause;
}

/** One relation checked at one place (a column, a row, a group). */
export type RuleCheck =
  /** It holds. `note` says where that took a blank for a zero. */
  | { readonly outcome: 'pass'; readonly note?: Bilingual }
  | { readonly outcome: 'fail'; readonly failure: Failure }
  /** It could not be evaluated here. */
  | { readonly outcome: 'notApplicable'; readonly why: Bilingual };

/** A relation with its check. `check` is pure and gives one result a place it looked at. */
export interface Rule extends RuleDescription {
  readonly check: (record: CheckableRecord) => readonly RuleCheck[];
}

/** A failed check as it stands in the record. */
export function findingOf(rule: Rule, failure: Failure): Finding {
  return {
    rule: rule.id,
    severity: failure.severity ?? rule.severity,
    cells: [...failure.cells],
    expected: failure.expected,
    actual: failure.actual,
    message: failure.message,
    cause: failure.cause ?? 'source',
  };
}
