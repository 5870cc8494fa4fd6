import { parserOrder } from '../../infra/store/heads/head-line.ts';
import { compareYears } from '../../parser/rules/across-years/compare-years.ts';
import { changedAfterPublication, haveOneScope } from '../../parser/rules/changed-after-publication.ts';
import { readOtherwise } from '../../parser/rules/read-otherwise.ts';
import { noChecks } from '../../schema/record/checks.ts';
import type { Comparison, ComparisonKind } from '../../schema/record/comparison.ts';
import type { ComparisonStore, RecordWrites } from '../../schema/record/record-store.ts';
import { copyReadOtherwise, earlierEdition, printsTheSame } from '../../schema/record/renditions.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { withDecisions } from '../../schema/record/review.ts';
import { isIdentityInDoubt, type VersionHead } from '../../schema/record/version-head.ts';

/** Whether one parser version, `1.10.0`, comes after another, `1.9.0`. */
export function isNewerParser(one: string, other: string): boolean {
  return parserOrder(one) > parserOrder(other);
}

/** A comparison that is to stand under a year; with `reports` null there is nothing to compare and none is to stand. */
export interface ComparisonPlan {
  readonly kind: ComparisonKind;
  readonly agencyId: string;
  readonly year: number;
  readonly reports: { readonly before: VersionHead; readonly after: VersionHead } | null;
  readonly compare: (before: ReportRecord, after: ReportRecord) => Pick<Comparison, 'checks' | 'findings'>;
}

/** What is known of the year that has changed. */
export interface YearFacts {
  readonly agencyId: string;
  readonly year: number;
  /** Current reports of the year and of those beside it. */
  readonly reports: readonly VersionHead[];
  /** Documents published for the year, newest first. */
  readonly versions: readonly VersionHead[];
}

/**
 * The three comparisons that a year's report takes part in: with the year before, with the year after, with another document of it. A report that may
 * be another's contradicts nobody.
 */
export function comparisonPlans({ reports, versions, ...settled }: YearFacts): ComparisonPlan[] {
  const certain = (head: VersionHead) => !isIdentityInDoubt(head);
  const facts = { ...settled, reports: reports.filter(certain), versions: versions.filter(certain) };
  return [acrossYears(facts, facts.year), acrossYears(facts, facts.year + 1), withOtherDocument(facts)];
}

function acrossYears({ agencyId, reports }: YearFacts, year: number): ComparisonPlan {
  const [before, after] = [year - 1, year].map((wanted) => reports.find((report) => report.year === wanted));
  return {
    ...{ kind: 'across-years', agencyId, year },
    reports: pair(before, after),
    compare: (last, next) => compareYears({ before: last, after: next }),
  };
}

/**
 * The current report with the edition of it that was published before; where that prints the same or there is none, with a copy of it that
 * was read otherwise or gives the figures of another scope.
 */
function withOtherDocument({ agencyId, year, reports, versions }: YearFacts): ComparisonPlan {
  const place = { kind: 'versions', agencyId, year } as const;
  const current = reports.find((report) => report.year === year);
  const edition = current && earlierEdition(current, versions);
  const isChanged = current !== undefined && edition !== undefined && !printsTheSame(edition, current);
  const copy = current === undefined || isChanged ? undefined : copyReadOtherwise(current, versions);
  return {
    ...{ ...place, reports: pair(copy ?? edition, current) },
    compare: (other, shown) => {
      const isLike = copy === undefined && haveOneScope(other, shown);
      const finding = (isLike ? changedAfterPublication : readOtherwise)(other, shown);
      return { checks: noChecks, findings: finding === null ? [] : [finding] };
    },
  };
}

function pair(before: VersionHead | undefined, after: VersionHead | undefined): ComparisonPlan['reports'] {
  return before === undefined || after === undefined ? null : { before, after };
}

/** What settling needs: the store, where to write, and the version of the rules that are run. */
export interface SettlePorts {
  readonly records: ComparisonStore;
  readonly writes: Pick<RecordWrites, 'putComparison' | 'removeComparison'>;
  readonly parserVersion: string;
}

/** The year of an agency whose report has changed. */
export interface SettledYear {
  readonly agencyId: string;
  readonly year: number;
}

/** Reads each version's body once, however many turns it takes. */
type Bodies = Map<string, ReportRecord>;

/**
 * Makes what is stored of how a year's report compares, with the years beside it and with the version before it, follow from
 * the reports that are current. It looks again after every write and repeats until it finds everything so: whoever of several
 * writers looks last has seen all that the others wrote before, so the end is the same in whatever order they came, and a
 * writer that was cut off is made up for when its message is delivered again.
 */
export async function settleYear(settled: SettledYear, ports: SettlePorts): Promise<void> {
  const bodies: Bodies = new Map();
  for (;;) {
    const { reports, comparisons, reviews } = await ports.records.yearsAround(settled.agencyId, settled.year);
    const stored = await ports.records.versions(settled.agencyId, settled.year);
    const versions = stored.map((version) => withDecisions(version, reviews));
    const plans = comparisonPlans({ ...settled, reports, versions });
    const due = plans.filter((plan) => !isSettled(plan, storedFor(plan, comparisons), ports.parserVersion));
    if (due.length === 0) return;
    await readMissing(due, ports.records, bodies);
    for (const plan of due) await carryOut(plan, ports, bodies);
  }
}

function storedFor({ kind, year }: ComparisonPlan, comparisons: readonly Comparison[]): Comparison | undefined {
  return comparisons.find((stored) => stored.kind === kind && stored.after.year === year);
}

/** Compared by a newer parser counts: two releases at work side by side must not undo each other's findings for ever. */
function isSettled(plan: ComparisonPlan, stored: Comparison | undefined, parserVersion: string): boolean {
  if (plan.reports === null || stored === undefined) return plan.reports === null && stored === undefined;
  const { before, after } = plan.reports;
  const isOfThese =
    stored.before.year === before.year &&
    stored.before.version === before.version &&
    stored.after.version === after.version;
  return isOfThese && !isNewerParser(parserVersion, stored.parserVersion);
}

async function carryOut(plan: ComparisonPlan, { writes, parserVersion }: SettlePorts, bodies: Bodies): Promise<void> {
  const { kind, agencyId, year, reports } = plan;
  if (reports === null) return writes.removeComparison(agencyId, year, kind);
  const [before, after] = [bodyOf(reports.before, bodies), bodyOf(reports.after, bodies)];
  const compared = { before: reportRef(reports.before), after: reportRef(reports.after) };
  await writes.putComparison({ kind, agencyId, ...compared, parserVersion, ...plan.compare(before, after) });
}

function reportRef({ year, version }: VersionHead) {
  return { year, version };
}

/** The bodies of all that is to be compared, in one batch. */
async function readMissing(due: readonly ComparisonPlan[], records: ComparisonStore, bodies: Bodies): Promise<void> {
  const heads = due.flatMap(({ reports }) => (reports === null ? [] : [reports.before, reports.after]));
  const missing = [...new Map(heads.map((head) => [head.version, head])).values()].filter(
    ({ version }) => !bodies.has(version),
  );
  if (missing.length === 0) return;
  for (const [at, body] of (await records.records(missing, { texts: true })).entries()) {
    const head = missing[at];
    if (head !== undefined && body !== null) bodies.set(head.version, body);
  }
}

function bodyOf({ agencyId, version }: VersionHead, bodies: Bodies): ReportRecord {
  const body = bodies.get(version);
  // A head names a version whose body is whole: a missing one is a fault of the store, and the queue delivers again.
  if (body === undefined) throw new Error(`A report of ${agencyId} is not stored`);
  return body;
}
