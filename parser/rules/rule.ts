import type { Form, FormId } from '../../schema/law/forms/form.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { AgencyLevel } from '../../schema/record/agency.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Evidence } from '../../schema/record/evidence.ts';
import type { Cause, Severity } from '../../schema/record/finding.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import type { Claim } from '../prose/claim.ts';

/**
 * A record in few words: a report of a form in which every count is 0 and every section says what it must, except for
 * what is given here. `example-record.ts` makes the record.
 */
export interface ExampleReport {
  readonly form: FormId;
  readonly year?: number;
  /** Printed cells by row path (`applications.newlyReceived`), in the order of the form's columns. */
  readonly rows?: Readonly<Record<string, readonly (number | string)[]>>;
  /** Record paths of cells, tables (`reviewAndLitigation`) and sections (`sections.other`) that are not there. */
  readonly without?: readonly string[];
  /** Text of sections by key; the heading is the form's. */
  readonly sections?: Readonly<Partial<Record<SectionKey, string>>>;
  /** Rows of the indicator annex by path: key (null for a province's own row), label and printed text. */
  readonly annex?: Readonly<Record<string, readonly [key: string | null, label: string, printed: string]>>;
  readonly publishedOn?: string;
  readonly agency?: {
    readonly name: string;
    readonly level: AgencyLevel | null;
    readonly divisionCode: string | null;
  };
  readonly evidence?: Partial<Evidence>;
}

export interface RuleExample extends ExampleReport {
  /** Where the figures are from, and what was changed in them. */
  readonly about: Bilingual;
}

interface RuleExamples {
  readonly passing: RuleExample;
  readonly failing: RuleExample;
}

/** Two reports of one agency: of two years in a row, or two versions of one. */
export interface PairExample {
  readonly about: Bilingual;
  readonly before: ExampleReport;
  readonly after: ExampleReport;
}

export interface PairExamples {
  readonly passing: PairExample;
  readonly failing: PairExample;
}

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

export const passed: RuleCheck = { outcome: 'pass' };

export function failed(failure: Failure): RuleCheck {
  return { outcome: 'fail', failure };
}

/** The relation cannot be evaluated here, and why. */
export function notApplicable(why: Bilingual): RuleCheck {
  return { outcome: 'notApplicable', why };
}
