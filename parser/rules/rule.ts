import type { Form } from '../../schema/law/forms/form.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cause, Severity } from '../../schema/record/finding.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import type { Claim } from '../extract/claims/claim.ts';
import type { RuleExamples } from './rule-example.ts';

/** The parts of a record that rules look at: what was printed, before anything is said of it. */
export type RecordParts = Pick<
  ReportRecord,
  | 'form'
  | 'agency'
  | 'year'
  | 'publishedOn'
  | 'evidence'
  | 'scopes'
  | 'preamble'
  | 'sections'
  | 'tables'
  | 'statistics'
  | 'indicators'
>;

/** A record with what its sentences claim of figures. */
export interface CheckableRecord extends RecordParts {
  readonly claims: readonly Claim[];
  /** Every edition of the form that its tables may follow. */
  readonly editions: readonly Form[];
}

/** What a failed check says; the rule's id and severity are added when rules are run. */
export interface Failure {
  readonly cells: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly message: Bilingual;
  /** Default: the rule's severity. */
  readonly severity?: Severity;
  /** Default: what `whose-error.ts` makes of the cells, else `source`. */
  readonly cause?: Cause;
  /** What speaks for the cause: the sentence that was read, where the failure is about one. */
  readonly evidence?: Bilingual;
}

/** One relation checked at one place (a column, a row, a group). */
export type RuleCheck =
  /** It holds. `note` says where that took a blank for a zero. */
  | { readonly outcome: 'pass'; readonly note?: Bilingual }
  | { readonly outcome: 'fail'; readonly failure: Failure }
  /** It could not be evaluated here. */
  | { readonly outcome: 'notApplicable'; readonly why: Bilingual };

/** A relation with its check. `check` is pure and gives one result a place it looked at. */
export interface Rule extends RuleHead {
  readonly check: (record: CheckableRecord) => readonly RuleCheck[];
  /** One record that passes and one that does not: its test, and its page in the rule reference. */
  readonly examples: RuleExamples;
}
