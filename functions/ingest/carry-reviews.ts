import { isOfTwoReports } from '../../schema/record/comparison.ts';
import { findingKey, operandsOf } from '../../schema/record/finding-key.ts';
import type { ComparisonStore, RecordWrites } from '../../schema/record/record-store.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { isIdentityRule } from '../../schema/record/version-head.ts';
import type { FiledVersion } from './file-record.ts';

/** A record with the place where it is filed now. */
interface Moved {
  readonly head: FiledVersion;
  readonly record: ReportRecord;
}

/** What carrying needs: what stands under an agency's year, and where decisions are written. */
interface CarryPorts {
  readonly records: Pick<ComparisonStore, 'yearsAround'>;
  readonly writes: Pick<RecordWrites, 'putReview'>;
}

/**
 * Gives the decisions on a version's findings to the agency of which the same document is read to be now: an agency that a newer parser
 * spells or places otherwise has another id, and is the same. Carried are decisions on findings that the record still has, by rule and
 * figures, and those on what two reports say of each other, which name the figures of both. A version that was not current carries
 * none: they were taken on another document. Nor is a decision on whose report it is: it was taken on another answer. Those at the old place stay. Doing it again changes nothing.
 */
export async function carryReviews(
  from: FiledVersion,
  moved: readonly Moved[],
  { records, writes }: CarryPorts,
): Promise<void> {
  const targets = moved.filter(({ head }) => head.kind === from.kind && head.year === from.year);
  if (targets.length === 0) return;
  const { reports, reviews } = await records.yearsAround(from.agencyId, from.year);
  if (from.kind === 'annual-report' && !reports.some(({ version }) => version === from.version)) return;
  const ofYear = reviews.filter(({ year }) => year === from.year);
  for (const { head, record } of targets) {
    const keys = new Set(record.findings.map((finding) => findingKey(finding, operandsOf(finding, record))));
    const carried = ofYear.filter(({ key, rule }) => !isIdentityRule(rule) && (keys.has(key) || isOfTwoReports(rule)));
    for (const review of carried) await writes.putReview({ ...review, agencyId: head.agencyId });
  }
}
