import type { Aggregated, Together } from '../law/metrics/aggregate.ts';
import type { Cover, Doubt } from '../law/metrics/cover.ts';
import type { MetricKey } from '../law/metrics/metrics.ts';
import type { Group, Population } from '../law/metrics/province.ts';
import { type Division, type DivisionLevel, divisionByCode } from '../law/vocabulary/divisions.ts';
import type { Agency } from '../record/agency.ts';
import type { CalendarState } from '../record/calendar.ts';
import type { Comparison } from '../record/comparison.ts';
import type { AgencySnapshot, ListSnapshot, Lists } from '../record/list-store.ts';
import { isHeadOfKind, isOfKind, isWithin } from '../record/lists/agency-list.ts';
import type { UndecidedUpload } from '../record/undecided.ts';
import type { VersionHead } from '../record/version-head.ts';

/** An agency as it is known where the query met it. */
export type AgencyNode = Pick<Agency, 'id' | 'name' | 'divisionCode' | 'level'>;

/** A division; all but the code is null where the code is none of the vocabulary (a division since abolished). */
export interface DivisionNode {
  readonly code: string;
  readonly name: string | null;
  readonly level: DivisionLevel | null;
  readonly parentCode: Division['parentCode'];
}

export function divisionNode(code: string): DivisionNode {
  return divisionByCode(code) ?? { code, name: null, level: null, parentCode: null };
}

/** The code of the province that a division lies in: its first two digits. */
export function provinceCodeOf(code: string): string {
  return `${code.slice(0, 2)}0000`;
}

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
export function agencyYears({ agency, heads, comparisons }: AgencySnapshot): AgencyYearNode[] {
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

/** A province of which something is stored, by its two digits. */
export interface ProvinceNode {
  readonly prefix: string;
}

/** Agencies of a division: those known, and those that reported for a year. */
export interface CoverageNode {
  readonly year: number;
  readonly group: Group;
  readonly population: Population;
}

/** What is known of an agency and a year; `type` is the kind of organ that the register says, where it names it. */
export interface CalendarNode {
  readonly year: number;
  readonly state: CalendarState;
  readonly agency: AgencyNode & { readonly type?: string };
  readonly report: VersionHead | null;
  /** Uploads that may be its report, where none of its own is there. */
  readonly undecided: readonly UndecidedUpload[];
}

/** A measure over a group, the group itself, and what was asked. */
export interface AggregateNode extends Aggregated {
  readonly group: Group;
  readonly coverage: CoverageNode;
  readonly asked: SumAsked;
}

/** What a sum was asked of: where it is refused, another query is made of it. */
interface SumAsked {
  /** Prefix of the division's code, two to six digits. */
  readonly within: string;
  readonly year: number;
  readonly metric: MetricKey;
  readonly minimum: number;
}

/** The reports of a sum, and what it was asked of. */
export interface CoverNode extends Cover, Pick<Together, 'exceeded'> {
  readonly asked: SumAsked;
  /** Every report of the group. */
  readonly all: readonly VersionHead[];
}

/** A doubt for which there is no sum, and the cover that has it. */
export interface SumRefusalNode extends Doubt {
  readonly cover: CoverNode;
}

const prefixLength = 2;

/** Provinces that agencies lie in, by code; of one at least that one. An agency of an unknown province is in none. */
export async function provinceNodes(lists: Lists, within?: string): Promise<ProvinceNode[]> {
  const { lines } = await lists.agencies(within);
  const prefixes = new Set(lines.map(({ id }) => id.slice(0, prefixLength)));
  return [...prefixes]
    .filter((prefix) => divisionByCode(`${prefix}0000`) !== null)
    .sort()
    .map((prefix) => ({ prefix }));
}

/** A province by its two digits; null where nothing of it is stored. */
export async function provinceNode(lists: Lists, prefix: string): Promise<ProvinceNode | null> {
  return (await provinceNodes(lists, prefix)).find((province) => province.prefix === prefix) ?? null;
}

/** Agencies of a division, of a level and kind where they are given, and their reports of a year. */
export async function populationOf(
  lists: Lists,
  { within, year, kind }: Pick<Population, 'within' | 'kind'> & { readonly year: number },
): Promise<Population> {
  const [agencies, reports] = await Promise.all([lists.agencies(within), lists.reports(year, within)]);
  return {
    ...{ within, kind },
    agencies: agencies.lines.filter((agency) => isWithin(agency, within) && isOfKind(agency, kind)),
    reports: reportsWithin(reports, within).filter((head) => isHeadOfKind(head, kind)),
  };
}

export function reportsWithin({ lines }: ListSnapshot<VersionHead>, within: string): VersionHead[] {
  return lines.filter(({ agencyId }) => isWithin({ id: agencyId }, within));
}
