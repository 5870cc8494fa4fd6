import { measure } from '../../law/metrics/measure.ts';
import { type MetricKey, metricByKey } from '../../law/metrics/metrics.ts';
import type { Lists } from '../list-store.ts';
import type { MetricRange, Page, PageRequest, ReportCondition, ReportFilter } from '../record-store.ts';
import { agencyOfHead, scopeOfHead, type VersionHead } from '../version-head.ts';
import { eitherTest, isInPlace, isOfKind, placeWithin } from './agency-list.ts';
import { pageOf } from './keyset.ts';
import { compareRanks, type Rank, rankOf } from './order.ts';

/** By a measure instead of by division and name; reports without a value are not in such a list. */
export interface ReportOrder {
  readonly metric: MetricKey;
  readonly direction: 'ascending' | 'descending';
}

export interface ReportsAsked {
  readonly filter: ReportFilter;
  readonly order: ReportOrder | null;
}

/** Current annual reports of a year, or of several, those of one agency by year. */
export async function reportPage(
  lists: Lists,
  { filter, order }: ReportsAsked,
  page: PageRequest,
): Promise<Page<VersionHead>> {
  const years = await Promise.all(filter.years.map((year) => lists.reports(year, placeWithin(filter))));
  const matching = years.flatMap(({ lines }) => lines).filter(eitherTest(filter, reportTest));
  // Of one year they come in order.
  if (years.length > 1) matching.sort((one, other) => compareRanks(placeOf(one), placeOf(other)));
  const name = ['reports', filter, order];
  if (order === null) return pageOf({ lines: matching, rank: placeOf, name }, page);
  return byMetric(matching, order, name, page);
}

const placeOf = ({ agencyId, agencyName, divisionCode, year }: VersionHead): Rank => [
  ...rankOf({ id: agencyId, name: agencyName, divisionCode }),
  year,
];

function byMetric(
  heads: readonly VersionHead[],
  { metric, direction }: ReportOrder,
  ...[name, page]: [unknown, PageRequest]
): Page<VersionHead> {
  const descending = direction === 'descending';
  const lines = heads.flatMap((head) => {
    const { value } = measure(metricByKey(metric), head);
    return value === null ? [] : [{ head, rank: [value, head.agencyId, head.year] }];
  });
  lines.sort((a, b) => (descending ? -1 : 1) * compareRanks(a.rank, b.rank));
  const found = pageOf({ lines, rank: ({ rank }) => rank, name, descending }, page);
  return { ...found, items: found.items.map(({ head }) => head) };
}

function reportTest(condition: ReportCondition): (head: VersionHead) => boolean {
  const { form, scope, scopes, outcome, rule, metrics = [] } = condition;
  return (head) =>
    isInPlace({ id: head.agencyId }, condition) &&
    (form === undefined || head.form === form) &&
    (scope === undefined || scopeOfHead(head) === scope) &&
    (scopes === undefined || scopes.includes(scopeOfHead(head))) &&
    (outcome === undefined || head.outcome === outcome) &&
    (rule === undefined || rule in head.rules) &&
    metrics.every((range) => isInRange(head, range)) &&
    isOfKind(agencyOfHead(head), condition);
}

function isInRange(head: VersionHead, { metric, min, max }: MetricRange): boolean {
  const { value } = measure(metricByKey(metric), head);
  return value !== null && value >= (min ?? value) && value <= (max ?? value);
}
