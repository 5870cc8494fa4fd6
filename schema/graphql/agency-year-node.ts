import type { Comparison } from '../comparison.ts';
import type { AgencyCard } from '../list-store.ts';
import type { VersionHead } from '../record-store.ts';
import type { AgencyNode } from './agency-node.ts';

/** What is stored of one agency for one year. At least one of `report` and `workPlans` is there. */
export interface AgencyYearNode {
  readonly year: number;
  readonly agency: AgencyNode;
  readonly report: VersionHead | null;
  readonly workPlans: readonly VersionHead[];
  /** What its report and those of the years beside it, and its earlier version, say of each other. */
  readonly comparisons: readonly Comparison[];
}

/** A comparison as it is told of one of its years. */
export interface ComparisonNode {
  readonly comparison: Comparison;
  readonly year: number;
}

/** Years with anything stored, oldest first. */
export function agencyYears({ agency, heads, comparisons }: AgencyCard): AgencyYearNode[] {
  const years = [...new Set(heads.map((head) => head.year))].sort((a, b) => a - b);
  return years.map((year) => {
    const ofYear = heads.filter((head) => head.year === year);
    return {
      year,
      agency,
      report: ofYear.find((head) => head.kind === 'annual-report') ?? null,
      workPlans: ofYear.filter((head) => head.kind === 'work-plan'),
      comparisons: comparisons.filter(({ before, after }) => before.year === year || after.year === year),
    };
  });
}
