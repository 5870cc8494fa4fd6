import type { VersionHead } from '../../record/record-store.ts';
import { formById } from '../forms/forms.ts';
import { evaluate, ratioOf } from './expression.ts';
import { type GapCode, measure } from './measure.ts';
import type { Metric } from './metric.ts';
import { type Summary, summarise } from './statistics.ts';

/** An agency's place by a measure: 1 is the highest value, and equal values share a place. */
export interface Ranked {
  readonly head: VersionHead;
  readonly value: number;
  readonly rank: number;
}

/** A measure over the reports of a group. */
export interface Aggregated {
  readonly metric: Metric;
  /** Reports with a value. */
  readonly measured: number;
  /** Reports without one, by the reason. */
  readonly gaps: ReadonlyMap<GapCode, number>;
  /** Null where fewer reports than the smallest group have a value: a mean of two agencies is none of a province. */
  readonly summary: Summary | null;
  /** Of a share: all cases of the group together, so that large agencies weigh more. Null where `summary` is. */
  readonly pooled: number | null;
  /** Highest value first; made when it is asked for. */
  readonly ranking: () => readonly Ranked[];
}

/** A measure over a group of reports; statistics only where at least `minimum` of them have a value. */
export function aggregate(metric: Metric, heads: readonly VersionHead[], minimum: number): Aggregated {
  const measures = heads.map((head) => ({ head, ...measure(metric, head) }));
  const known = measures.flatMap(({ head, value }) => (value === null ? [] : [{ head, value }]));
  const gaps = Map.groupBy(
    measures.flatMap(({ gap }) => (gap === null ? [] : [gap.code])),
    (code) => code,
  );
  const enough = known.length >= minimum;
  return {
    metric,
    measured: known.length,
    gaps: new Map([...gaps].map(([code, all]) => [code, all.length])),
    summary: enough ? summarise(known.map(({ value }) => value)) : null,
    pooled: enough
      ? pooled(
          metric,
          known.map(({ head }) => head),
        )
      : null,
    ranking: () => ranking(known),
  };
}

/** The sum of what is counted over the sum of what it is counted from. Null for a measure that is no share. */
function pooled({ formula }: Metric, heads: readonly VersionHead[]): number | null {
  const ratios = heads.map(({ form, figures }) => {
    const printed = form === null ? null : { form: formById(form), figures };
    const ratio = printed && ratioOf(formula, printed);
    return printed && ratio && { of: evaluate(ratio.of, printed), to: evaluate(ratio.to, printed) };
  });
  const known = ratios.filter((ratio) => ratio !== null);
  if (known.length === 0) return null;
  const [of, to] = [total(known.map((each) => each.of)), total(known.map((each) => each.to))];
  return to === 0 ? null : of / to;
}

function total(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}

function ranking(known: readonly Omit<Ranked, 'rank'>[]): Ranked[] {
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const ranked: Ranked[] = [];
  for (const [index, { head, value }] of sorted.entries()) {
    const before = ranked.at(-1);
    ranked.push({ head, value, rank: before?.value === value ? before.rank : index + 1 });
  }
  return ranked;
}
