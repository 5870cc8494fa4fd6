import { measure } from '../../law/metrics/measure.ts';
import { type MetricKey, metricByKey } from '../../law/metrics/metrics.ts';
import type { Lists } from '../list-store.ts';
import type { MetricRange, Page, PageRequest, ReportFilter } from '../record-store.ts';
import { scopeOfHead, type VersionHead } from '../version-head.ts';
import { agencyOfHead, isOfKind, isWithin } from './agency-list.ts';
import { pageOf } from './keyset.ts';
import { compareRanks, rankOf } from './order.ts';

/** By a measure instead of by division and name; reports without a value are not in such a list. */
export interface ReportOrder {
  readonly metric: MetricKey;
  readonly direction: 'ascending' | 'descending';
}

export interface ReportsAsked {
  readonly filter: ReportFilter;
  readonly order: ReportOrder | null;
}

/** Current annual reports of a year. */
export async function reportPage(
  lists: Lists,
  { filter, order }: ReportsAsked,
  page: PageRequest,
): Promise<Page<VersionHead>> {
  const { lines } = await lists.reports(filter.year, filter.division);
  const matching = lines.filter(reportTest(filter));
  const name = ['reports', filter, order];
  if (order === null) return pageOf({ lines: matching, rank: placeOf, name }, page);
  return byMetric(matching, order, name, page);
}

const placeOf = ({ agencyId, agencyName, divisionCode }: VersionHead) =>
  rankOf({ id: agencyId, name: agencyName, divisionCode });

function byMetric(
  heads: readonly VersionHead[],
  { metric, direction }: ReportOrder,
  ...[name, page]: [unknown, PageRequest]
): Page<VersionHead> {
  const descending = direction === 'descending';
  const lines = heads.flatMap((head) => {
    const { value } = measure(metricByKey(metric), head);
    return value === null ? [] : [{ head, rank: [value, head.agencyId] }];
  });
  lines.sort((a, b) => (descending ? -1 : 1) * compareRanks(a.rank, b.rank));
  const found = pageOf({ lines, rank: ({ rank }) => rank, name, descending }, page);
  return { ...found, items: found.items.map(({ head }) => head) };
}

function reportTest(filter: ReportFilter): (head: VersionHead) => boolean {
  const { division, form, scope, outcome, rule, metrics = [] } = filter;
  return (head) =>
    isWithin({ id: head.agencyId }, division) &&
    (form === undefined || head.form === form) &&
    (scope === undefined || scopeOfHead(head) === scope) &&
    (outcome === undefined || head.outcome === outcome) &&
    (rule === undefined || rule in head.rules) &&
    metrics.every((range) => isInRange(head, range)) &&
    isOfKind(agencyOfHead(head), filter);
}

function isInRange(head: VersionHead, { metric, min, max }: MetricRange): boolean {
  const { value } = measure(metricByKey(metric), head);
  return value !== null && value >= (min ?? value) && value <= (max ?? value);
}
