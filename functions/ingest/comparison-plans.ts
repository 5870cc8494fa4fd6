import { compareYears } from '../../parser/rules/across-years/compare-years.ts';
import { changedAfterPublication } from '../../parser/rules/changed-after-publication.ts';
import { noChecks } from '../../schema/record/checks.ts';
import type { Comparison, ComparisonKind } from '../../schema/record/comparison.ts';
import type { VersionHead } from '../../schema/record/record-store.ts';
import { earlierEdition } from '../../schema/record/renditions.ts';
import type { ReportRecord } from '../../schema/record/report.ts';

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

/** The three comparisons that a year's report takes part in: with the year before, with the year after, with its earlier edition. */
export function comparisonPlans(facts: YearFacts): ComparisonPlan[] {
  return [acrossYears(facts, facts.year), acrossYears(facts, facts.year + 1), withEarlierEdition(facts)];
}

function acrossYears({ agencyId, reports }: YearFacts, year: number): ComparisonPlan {
  const [before, after] = [year - 1, year].map((wanted) => reports.find((report) => report.year === wanted));
  return {
    ...{ kind: 'across-years', agencyId, year },
    reports: pair(before, after),
    compare: (last, next) => compareYears({ before: last, after: next }),
  };
}

/** The current report with the edition of it that was published before; copies in other formats lie between them unheeded. */
function withEarlierEdition({ agencyId, year, reports, versions }: YearFacts): ComparisonPlan {
  const current = reports.find((report) => report.year === year);
  return {
    ...{ kind: 'versions', agencyId, year },
    reports: current === undefined ? null : pair(earlierEdition(current, versions), current),
    compare: (before, after) => {
      const finding = changedAfterPublication(before, after);
      return { checks: noChecks, findings: finding === null ? [] : [finding] };
    },
  };
}

function pair(before: VersionHead | undefined, after: VersionHead | undefined): ComparisonPlan['reports'] {
  return before === undefined || after === undefined ? null : { before, after };
}
