import type { ReportRecord } from '../report.ts';
import type { VersionHead } from '../version-head.ts';

/** A current record as exports take it: what it says, and which of its versions it is. */
export interface Exported {
  readonly head: VersionHead;
  readonly record: ReportRecord;
}
