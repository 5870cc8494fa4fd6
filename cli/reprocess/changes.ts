import { type ComparisonPlan, comparisonPlans } from '../../functions/ingest/settle-year.ts';
import { inParallel } from '../../infra/aws/retry.ts';
import { decodeBody, type StoredBody } from '../../infra/store/bodies/body.ts';
import { readBodies } from '../../infra/store/bodies/read-bodies.ts';
import type { TableClient } from '../../infra/store/calls.ts';
import { agencyWithHeads, reportVersions } from '../../infra/store/heads/agency-years.ts';
import { recordDifference } from '../../parser/differences/record-difference.ts';
import type { ComparisonKind } from '../../schema/record/comparison.ts';
import type { RecordDifference } from '../../schema/record/difference.ts';
import type { Finding } from '../../schema/record/finding.ts';
import { byMerit } from '../../schema/record/renditions.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { VersionHead, VersionRef } from '../../schema/record/version-head.ts';

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

/** Findings that a new reading has and the stored one has not, and the other way round. */
export interface FindingChanges {
  readonly come: readonly Finding[];
  readonly gone: readonly Finding[];
}

/** Findings are the same where rule, severity, cause, cells and figures are; other words for them are no change. */
function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  return { come: without(after, before), gone: without(before, after) };
}

/** What is left of a list when each of another is taken from it once. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(identity(other), (counts.get(identity(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = counts.get(identity(finding)) ?? 0;
    counts.set(identity(finding), left - 1);
    return left <= 0;
  });
}

function identity({ rule, severity, cause, cells, expected, actual }: Finding): string {
  return JSON.stringify([rule, severity, cause, cells.toSorted(), expected, actual]);
}

/** In what two reports would say otherwise of each other: of two years in a row, or two versions of one. */
export interface ComparisonChange extends FindingChanges {
  readonly kind: ComparisonKind;
  /** Whose reports, and under which year it stands. */
  readonly name: string;
}

/** An object version read again: the annual reports in it as they are stored, and as they would be. */
export interface Rereading {
  readonly key: string;
  readonly versionId: string | null;
  readonly stored: readonly VersionRef[];
  readonly read: readonly ReadReport[];
}

/** Compressed, for all that were read are kept until the last is. */
export interface ReadReport {
  readonly head: VersionHead;
  readonly body: StoredBody;
}

/** Agencies under way at a time. */
const together = 4;

/** What would come and go between the reports that were read again, those beside them and their earlier versions. */
export async function comparisonChanges(
  table: TableClient,
  rereadings: readonly Rereading[],
): Promise<ComparisonChange[]> {
  const touched = rereadings.flatMap((rereading) =>
    [...new Set(placesOf(rereading).map(({ agencyId }) => agencyId))].map((agencyId) => ({ agencyId, rereading })),
  );
  const agencies = Map.groupBy(touched, ({ agencyId }) => agencyId);
  const changes = await inParallel([...agencies], together, ([agencyId, ofAgency]) =>
    agencyChanges(
      table,
      agencyId,
      ofAgency.map(({ rereading }) => rereading),
    ),
  );
  return changes.flat();
}

function placesOf({ stored, read }: Rereading): Pick<VersionRef, 'agencyId' | 'year'>[] {
  return [...stored, ...read.map(({ head }) => head)];
}

async function agencyChanges(
  table: TableClient,
  agencyId: string,
  rereadings: readonly Rereading[],
): Promise<ComparisonChange[]> {
  const places = rereadings.flatMap(placesOf).filter((place) => place.agencyId === agencyId);
  const years = [...new Set(places.map(({ year }) => year))];
  const known = await agencyWithHeads(table, agencyId);
  const versions = new Map<number, readonly VersionHead[]>();
  for (const year of years) versions.set(year, await versionsThen(table, rereadings, { agencyId, year }));
  const untouched = known?.heads.filter(({ kind, year }) => kind === 'annual-report' && !versions.has(year)) ?? [];
  const reports = [...untouched, ...[...versions.values()].flatMap((ofYear) => byMerit(ofYear).slice(0, 1))];
  const plans = years.flatMap((year) =>
    comparisonPlans({ agencyId, year, reports, versions: versions.get(year) ?? [] }),
  );
  const changes: ComparisonChange[] = [];
  for (const plan of distinct(plans)) {
    const stored = known?.comparisons.find(({ kind, after }) => kind === plan.kind && after.year === plan.year);
    const found = findingChanges(stored?.findings ?? [], await findingsOf(table, rereadings, plan));
    const name = `${reports[0]?.agencyName ?? known?.agency.name ?? agencyId} ${plan.year}`;
    if (found.come.length + found.gone.length > 0) changes.push({ kind: plan.kind, name, ...found });
  }
  return changes;
}

/** Years beside each other both plan their comparison. */
function distinct(plans: readonly ComparisonPlan[]): ComparisonPlan[] {
  return [...new Map(plans.map((plan) => [`${plan.kind} ${plan.year}`, plan])).values()];
}

/** The documents of a year, newest first, with those that were read again as they would be. */
async function versionsThen(
  table: TableClient,
  rereadings: readonly Rereading[],
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<VersionHead[]> {
  const document = { agencyId, year, kind: 'annual-report', slot: '' } as const;
  const stored = (await reportVersions(table, { document, consistent: false })).filter(
    (head) => !rereadings.some((one) => one.key === head.key && one.versionId === head.objectVersionId),
  );
  const fresh = rereadings.flatMap(({ read }) => read.map(({ head }) => head));
  const all = [...fresh.filter((head) => head.agencyId === agencyId && head.year === year), ...stored];
  return all
    .toSorted((a, b) => (a.arrival < b.arrival ? 1 : -1))
    .filter((head, at, sorted) => sorted.findIndex(({ sha256 }) => sha256 === head.sha256) === at);
}

async function findingsOf(table: TableClient, rereadings: readonly Rereading[], { reports, compare }: ComparisonPlan) {
  if (reports === null) return [];
  const [before, after] = [
    await bodyOf(table, rereadings, reports.before),
    await bodyOf(table, rereadings, reports.after),
  ];
  return before === null || after === null ? [] : compare(before, after).findings;
}

async function bodyOf(
  table: TableClient,
  rereadings: readonly Rereading[],
  head: VersionHead,
): Promise<ReportRecord | null> {
  const fresh = rereadings.flatMap(({ read }) => read).find((report) => report.head === head);
  if (fresh !== undefined) return decodeBody(fresh.body.DATA, fresh.body.TEXT);
  return (await readBodies(table, [head], { texts: true }))[0] ?? null;
}
