import type { ReportRecord } from '../../../schema/report.ts';
import type { RuleDescription } from '../../../schema/rule.ts';
import type { YearCheck } from './year-check.ts';

/** The annual reports of one agency for a year and for the year after it. */
export interface TwoYears {
  readonly before: ReportRecord;
  readonly after: ReportRecord;
}

/** A relation between the reports of two years. `check` is pure and gives one result a place it looked at. */
export interface AcrossYearsRule extends RuleDescription {
  readonly check: (years: TwoYears) => readonly YearCheck[];
}
