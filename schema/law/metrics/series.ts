import type { Denominators } from '../../record/denominator.ts';
import type { VersionHead } from '../../record/version-head.ts';
import type { FormId } from '../forms/form.ts';
import { type Basis, basisOf } from './basis.ts';
import { type Gap, measure, noReport } from './measure.ts';
import type { Metric } from './metrics.ts';

/** A measure of one year, with the report it is of. Exactly one of `value` and `gap` is there. */
export interface Point {
  readonly metric: Metric;
  readonly year: number;
  readonly head: VersionHead | null;
  readonly form: FormId | null;
  readonly value: number | null;
  readonly gap: Gap | null;
  /** What the value is made of; null where there is none. */
  readonly basis: () => Basis | null;
}

/** A measure over the years asked for, a point each. */
export function series(
  metric: Metric,
  heads: readonly VersionHead[],
  years: readonly number[],
  denominators: Denominators,
): Point[] {
  const reports = new Map(heads.filter(({ kind }) => kind === 'annual-report').map((head) => [head.year, head]));
  return years.map((year) => {
    const head = reports.get(year) ?? null;
    const { value, gap } = head === null ? noReport : measure(metric, head, denominators);
    const basis = () => (head === null ? null : basisOf(metric, head, denominators));
    return { metric, year, head, form: head?.form ?? null, value, gap, basis };
  });
}

/** Every year from the first to the last of which a report is stored, those without one between them too. */
export function yearsOf(heads: readonly VersionHead[]): number[] {
  const years = heads.filter(({ kind }) => kind === 'annual-report').map(({ year }) => year);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
