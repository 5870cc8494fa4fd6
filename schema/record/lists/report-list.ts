import { measure } from '../../law/metrics/measure.ts';
import { type MetricKey, metricByKey } from '../../law/metrics/metrics.ts';
import { type Denominators, denominatorsOf, noDenominators } from '../denominator.ts';
import type { Lists } from '../list-store.ts';
import type { MetricRange, Page, PageRequest, ReportCondition, ReportFilter } from '../record-store.ts';
import { scopeOfHead, type VersionHead } from '../version-head.ts';
import { eitherTest, isHeadOfKind, isInPlace, placeWithin } from './agency-list.ts';
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
  const denominators = await denominatorsAsked(lists, { filter, order });
  const test = eitherTest(filter, (condition: ReportCondition) => reportTest(condition, denominators));
  const matching = years.flatMap(({ lines }) => lines).filter(test);
  // Of one year they come in order.
  if (years.length > 1) matching.sort((one, other) => compareRanks(placeOf(one), placeOf(other)));
  const name = ['reports', filter, order];
  if (order === null) return pageOf({ lines: matching, rank: placeOf, name }, page);
  return byMetric(matching, { order, denominators }, name, page);
}

/** Nothing is read where no measure asked for divides by any. */
async function denominatorsAsked(lists: Lists, { filter, order }: ReportsAsked): Promise<Denominators> {
  const ranges = [filter, ...(filter.or ?? [])].flatMap(({ metrics = [] }) => metrics);
  const keys = [...(order === null ? [] : [order]), ...ranges].map(({ metric }) => metric);
  const isAsked = keys.some((key) => metricByKey(key).per !== undefined);
  return isAsked ? denominatorsOf((await lists.denominators(placeWithin(filter))).lines) : noDenominators;
}

const placeOf = ({ agencyId, agencyName, divisionCode, year }: VersionHead): Rank => [
  ...rankOf({ id: agencyId, name: agencyName, divisionCode }),
  year,
];

function byMetric(
  heads: readonly VersionHead[],
  { order, denominators }: { readonly order: ReportOrder; readonly denominators: Denominators },
  ...[name, page]: [unknown, PageRequest]
): Page<VersionHead> {
  const { metric, direction } = order;
  const descending = direction === 'descending';
  const lines = heads.flatMap((head) => {
    const { value } = measure(metricByKey(metric), head, denominators);
    return value === null ? [] : [{ head, rank: [value, head.agencyId, head.year] }];
  });
  lines.sort((a, b) => (descending ? -1 : 1) * compareRanks(a.rank, b.rank));
  const found = pageOf({ lines, rank: ({ rank }) => rank, name, descending }, page);
  return { ...found, items: found.items.map(({ head }) => head) };
}

function reportTest(condition: ReportCondition, denominators: Denominators): (head: VersionHead) => boolean {
  const { form, scope, scopes, outcome, rule, metrics = [] } = condition;
  return (head) =>
    isInPlace({ id: head.agencyId }, condition) &&
    (form === undefined || head.form === form) &&
    (scope === undefined || scopeOfHead(head) === scope) &&
    (scopes === undefined || scopes.includes(scopeOfHead(head))) &&
    (outcome === undefined || head.outcome === outcome) &&
    (rule === undefined || rule in head.rules) &&
    metrics.every((range) => isInRange(head, range, denominators)) &&
    isHeadOfKind(head, condition);
}

function isInRange(head: VersionHead, { metric, min, max }: MetricRange, denominators: Denominators): boolean {
  const { value } = measure(metricByKey(metric), head, denominators);
  return value !== null && value >= (min ?? value) && value <= (max ?? value);
}
