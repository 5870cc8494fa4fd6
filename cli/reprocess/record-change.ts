import { recordDifference } from '../../parser/differences/record-difference.ts';
import type { RecordDifference } from '../../schema/record/difference.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { type FindingChanges, findingChanges } from './finding-changes.ts';

/** In what a new reading of a record differs from the stored one. */
export interface RecordChange extends RecordDifference, FindingChanges {
  /** Whose record it is, as it would be filed now, else as it is stored. */
  readonly name: string;
}

/** A name for the fact that a record is filed at all. */
const filed = 'filed';

/**
 * Record by record in the order of the file. One that only one of the readings files is a change of that fact alone, with all
 * its findings; its cells are not counted.
 */
export function recordChanges(stored: readonly ReportRecord[], read: readonly ReportRecord[]): RecordChange[] {
  const count = Math.max(stored.length, read.length);
  return Array.from({ length: count }, (_, at) => changeOf(stored[at], read[at])).filter(isChange);
}

function changeOf(before: ReportRecord | undefined, after: ReportRecord | undefined): RecordChange {
  const findings = findingChanges(before?.findings ?? [], after?.findings ?? []);
  const name = nameOf(after ?? before);
  if (before !== undefined && after !== undefined) return { name, ...findings, ...recordDifference(before, after) };
  const fact = { name: filed, before: String(before !== undefined), after: String(after !== undefined) };
  return { name, ...findings, facts: [fact], cells: [], sections: [] };
}

function nameOf(record: ReportRecord | undefined): string {
  return `${record?.agency?.name ?? '?'} ${record?.year ?? '?'}`;
}

function isChange({ facts, cells, sections, come, gone }: RecordChange): boolean {
  return [facts, cells, sections, come, gone].some((changes) => changes.length > 0);
}
