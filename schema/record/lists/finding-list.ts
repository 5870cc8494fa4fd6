import { type Comparison, isOfTwoReports } from '../comparison.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Lists } from '../list-store.ts';
import type { KindFilter, Page, PageRequest, PlaceFilter } from '../record-store.ts';
import type { Scope } from '../scope.ts';
import { type FindingCounts, scopeOfHead, type VersionHead } from '../version-head.ts';
import { isHeadOfKind, isInPlace, placeWithin } from './agency-list.ts';
import { pageOf } from './keyset.ts';
import { compareRanks, type Rank, rankOf } from './order.ts';

export interface FindingFilter extends KindFilter, PlaceFilter {
  readonly years?: readonly number[];
  readonly agencyId?: string;
  readonly rule?: string;
  readonly severity?: Severity;
  /** Of reports that give the figures of these as a whole. */
  readonly scope?: Scope;
  readonly scopes?: readonly Scope[];
  /** Also of documents that are not current. */
  readonly superseded?: boolean;
}

/**
 * The place of one finding. Of a report: the how manyth, from 0, of its findings that the filter lets through. Of a comparison: the
 * how manyth of all that it has, and the later of its two reports.
 */
export interface FindingPlace {
  readonly head: VersionHead;
  readonly comparison: Comparison | null;
  readonly index: number;
}

/** What findings are listed of: reports, and what these say of one another. */
export interface FindingSources {
  readonly reports: readonly VersionHead[];
  readonly comparisons: readonly Comparison[];
}

/** Current annual reports that a filter may let through, and what they say of others; what its rule cannot have found is not read. */
export async function currentFindingSources(lists: Lists, filter: FindingFilter): Promise<FindingSources> {
  const { rule, agencyId } = filter;
  const years = filter.years ?? (await lists.years());
  const within = agencyId ?? placeWithin(filter);
  const isAboutTwo = rule === undefined || isOfTwoReports(rule);
  const [reports, comparisons] = await Promise.all([
    Promise.all(years.map((each) => lists.reports(each, within))),
    Promise.all(isAboutTwo ? years.map((each) => lists.comparisons(each, within)) : []),
  ]);
  return { reports: reports.flatMap(({ lines }) => lines), comparisons: comparisons.flatMap(({ lines }) => lines) };
}

/**
 * One page of the findings that a filter lets through, by division, agency and year: those of a report, then what it says of the year before
 * and of another document. Heads count findings by rule and comparisons hold theirs, so no report is read for it.
 */
export function findingPage(sources: FindingSources, filter: FindingFilter, page: PageRequest): Page<FindingPlace> {
  const heads = sources.reports.filter((head) => isAsked(head, filter));
  const lines = [...placesInReports(heads, filter), ...placesInComparisons(heads, sources.comparisons, filter)]
    .map((place) => ({ place, rank: placeRank(place) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const found = pageOf({ lines, rank: ({ rank }) => rank, name: ['findings', filter] }, page);
  return { ...found, items: found.items.map(({ place }) => place) };
}

/** The findings of a record that the filter lets through, in its order. */
export function matchingFindings(findings: readonly Finding[], filter: FindingFilter): Finding[] {
  return findings.filter((finding) => isMatching(finding, filter));
}

function isMatching(finding: Finding, { rule, severity }: FindingFilter): boolean {
  return (rule === undefined || finding.rule === rule) && (severity === undefined || finding.severity === severity);
}

function isAsked(head: VersionHead, filter: FindingFilter): boolean {
  const { agencyId, scope, scopes } = filter;
  return (
    (agencyId === undefined || head.agencyId === agencyId) &&
    isInPlace({ id: head.agencyId }, filter) &&
    (scope === undefined || scopeOfHead(head) === scope) &&
    (scopes === undefined || scopes.includes(scopeOfHead(head))) &&
    isHeadOfKind(head, filter)
  );
}

function placesInReports(heads: readonly VersionHead[], filter: FindingFilter): FindingPlace[] {
  return heads.flatMap((head) =>
    Array.from({ length: countOf(head, filter) }, (_, index) => ({ head, comparison: null, index })),
  );
}

function countOf({ findings, rules }: VersionHead, { rule, severity }: FindingFilter): number {
  const counts: FindingCounts | undefined = rule === undefined ? findings : rules[rule];
  if (counts === undefined) return 0;
  return severity === undefined ? counts.error + counts.warning + counts.info : counts[severity];
}

/** What a comparison says stands with the later of its reports; one of which another has become current since says nothing. */
function placesInComparisons(
  heads: readonly VersionHead[],
  comparisons: readonly Comparison[],
  filter: FindingFilter,
): FindingPlace[] {
  const reports = new Map(heads.map((head) => [reportName(head.agencyId, head), head]));
  return comparisons.flatMap((comparison) => {
    const head = reports.get(reportName(comparison.agencyId, comparison.after));
    if (head === undefined) return [];
    return comparison.findings.flatMap((finding, index) =>
      isMatching(finding, filter) ? [{ head, comparison, index }] : [],
    );
  });
}

function reportName(agencyId: string, { year, version }: Pick<VersionHead, 'year' | 'version'>): string {
  return `${agencyId} ${year} ${version}`;
}

function placeRank({ head, comparison, index }: FindingPlace): Rank {
  const { agencyId, agencyName, divisionCode, year, arrival, version } = head;
  const agency = rankOf({ id: agencyId, name: agencyName, divisionCode });
  // What two reports say has no place among the documents of a year: it follows them.
  const source = comparison === null ? [0, `${arrival} ${version}`] : [1, comparison.kind];
  return [...agency, year, ...source, index];
}
