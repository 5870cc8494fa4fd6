import type { Finding, Severity } from '../finding.ts';
import type { Lists } from '../list-store.ts';
import type { Page, PageRequest } from '../record-store.ts';
import type { FindingCounts, VersionHead } from '../version-head.ts';
import { agencyOfHead, isOfKind, isWithin, type KindFilter } from './agency-list.ts';
import { pageOf } from './keyset.ts';
import { compareRanks, rankOf } from './order.ts';

export interface FindingFilter extends KindFilter {
  readonly year?: number;
  readonly agencyId?: string;
  readonly division?: string;
  readonly rule?: string;
  readonly severity?: Severity;
}

/** The place of one finding: the how manyth, from 0, of those of a report that the filter lets through. */
export interface FindingPlace {
  readonly head: VersionHead;
  readonly index: number;
}

/** Findings of current annual reports, by division, agency and year. Heads count them by rule, so no report is read for it. */
export async function findingPage(lists: Lists, filter: FindingFilter, page: PageRequest): Promise<Page<FindingPlace>> {
  const years = filter.year === undefined ? await lists.years() : [filter.year];
  const reports = await Promise.all(years.map((year) => lists.reports(year, filter.agencyId ?? filter.division)));
  const lines = reports
    .flatMap((snapshot) => snapshot.lines)
    .filter((head) => isAsked(head, filter))
    .flatMap((head) => Array.from({ length: countOf(head, filter) }, (_, index) => ({ head, index })))
    .map((place) => ({ place, rank: placeRank(place) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const found = pageOf({ lines, rank: ({ rank }) => rank, name: ['findings', filter] }, page);
  return { ...found, items: found.items.map(({ place }) => place) };
}

/** The findings of a record that the filter lets through, in its order. */
export function matchingFindings(findings: readonly Finding[], { rule, severity }: FindingFilter): Finding[] {
  return findings.filter(
    (finding) =>
      (rule === undefined || finding.rule === rule) && (severity === undefined || finding.severity === severity),
  );
}

function isAsked(head: VersionHead, filter: FindingFilter): boolean {
  const { agencyId, division } = filter;
  return (
    (agencyId === undefined || head.agencyId === agencyId) &&
    isWithin({ id: head.agencyId }, division) &&
    isOfKind(agencyOfHead(head), filter)
  );
}

function countOf({ findings, rules }: VersionHead, { rule, severity }: FindingFilter): number {
  const counts: FindingCounts | undefined = rule === undefined ? findings : rules[rule];
  if (counts === undefined) return 0;
  return severity === undefined ? counts.error + counts.warning + counts.info : counts[severity];
}

function placeRank({ head, index }: FindingPlace): (string | number)[] {
  const { agencyId, agencyName, divisionCode } = head;
  return [...rankOf({ id: agencyId, name: agencyName, divisionCode }), head.year, index];
}
