import type { ReportRecord } from '../../../schema/record/report.ts';
import type { RuleHead } from '../../../schema/record/rule.ts';
import type { CheckableRecord, RecordParts } from '../rule.ts';
import type { PairExamples } from '../rule-example.ts';
import type { YearCheck } from './year-check.ts';

/** A record that was checked by itself: what rules look at, and what was found in it. */
export type CheckedRecord = RecordParts & Pick<ReportRecord, 'findings' | 'parser'>;

/** The same with the editions of the form that its tables may follow. */
type ComparableRecord = CheckedRecord & Pick<CheckableRecord, 'editions'>;

/** The annual reports of one agency for a year and for the year after it. */
export interface TwoYears {
  readonly before: ComparableRecord;
  readonly after: ComparableRecord;
}

/** A relation between the reports of two years. `check` is pure and gives one result a place it looked at. */
export interface AcrossYearsRule extends RuleHead {
  readonly check: (years: TwoYears) => readonly YearCheck[];
  /** One pair that agrees and one that does not: its test, and its page in the rule reference. */
  readonly examples: PairExamples;
}
