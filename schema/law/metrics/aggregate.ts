import type { Denominators } from '../../record/denominator.ts';
import type { Scope } from '../../record/scope.ts';
import type { VersionHead } from '../../record/version-head.ts';
import { formById } from '../forms/forms.ts';
import { type Basis, basisOf } from './basis.ts';
import { type Cover, coverOf, wholesOf } from './cover.ts';
import { evaluate, ratioOf } from './expression.ts';
import { type GapCode, measure } from './measure.ts';
import type { Metric } from './metrics.ts';
import { type Summary, summarise } from './statistics.ts';
import { areApart, denominatorFor, territoryOf } from './territory.ts';

/** An agency's place by a measure: 1 is the highest value, and equal values share a place. */
export interface Ranked {
  readonly head: VersionHead;
  readonly value: number;
  readonly rank: number;
  readonly basis: () => Basis | null;
}

/** A measure over the reports of a group. */
export interface Aggregated {
  readonly metric: Metric;
  /** Reports with a value. */
  readonly measured: number;
  /** Those by whose figures they give. */
  readonly scopes: ReadonlyMap<Scope, number>;
  /** Reports without one, by the reason. */
  readonly gaps: ReadonlyMap<GapCode, number>;
  /** Null where fewer reports than the smallest group have a value: a mean of two agencies is none of a province. */
  readonly summary: Summary | null;
  /** What the values come to together; made when it is asked for. */
  readonly together: () => Together;
  /** Highest value first; made when it is asked for. */
  readonly ranking: () => readonly Ranked[];
}

/** Values of reports added up, none of which counts what another counts too. */
export interface Together {
  /** Of the reports with a value, those that are added up, and those that others of them count. */
  readonly cover: Cover;
  /** Wholes of which parts in hand come to more than they print. */
  readonly exceeded: readonly ExceededWhole[];
  /** Null for a share and a rate, where `summary` is, and where the cover has doubts. */
  readonly sum: number | null;
  /** Of a share: all cases of the cover together, so that large agencies weigh more; of a rate by all that their territories have. Null for a count, and as `sum`. */
  readonly pooled: number | null;
  /**
   * Why a rate is not pooled: `noDenominator` nothing is imported of a territory that has the figures · `areasOverlap` two reports are of one territory, or
   * of one within the other.
   */
  readonly unpooled: 'noDenominator' | 'areasOverlap' | null;
}

/**
 * A report that counts the figures of others, and prints less than these come to. Which of them is wrong, or counts otherwise, nothing tells. That
 * parts come to less is no doubt: others of them may not be in hand.
 */
export interface ExceededWhole {
  readonly whole: VersionHead;
  readonly value: number;
  /** The parts in hand, of which none counts another. */
  readonly parts: readonly VersionHead[];
  readonly partsValue: number;
}

/** What measures are made over. */
interface Group {
  readonly heads: readonly VersionHead[];
  readonly denominators: Denominators;
}

/** A measure over a group of reports; statistics only where at least `minimum` of them have a value. */
export function aggregate(metric: Metric, group: Group, minimum: number): Aggregated {
  const { heads, denominators } = group;
  const measures = heads.map((head) => ({ head, ...measure(metric, head, denominators) }));
  const known = measures.flatMap(({ head, value }) => (value === null ? [] : [{ head, value }]));
  const gaps = Map.groupBy(
    measures.flatMap(({ gap }) => (gap === null ? [] : [gap.code])),
    (code) => code,
  );
  const scopes = Map.groupBy(known, ({ head: { scope = 'unknown' } }) => scope);
  const enough = known.length >= minimum;
  return {
    metric,
    measured: known.length,
    scopes: new Map([...scopes].map(([scope, all]) => [scope, all.length])),
    gaps: new Map([...gaps].map(([code, all]) => [code, all.length])),
    summary: enough ? summarise(known.map(({ value }) => value)) : null,
    together: () => together(metric, group, known, enough),
    ranking: () => ranking(metric, known, denominators),
  };
}

interface Known {
  readonly head: VersionHead;
  readonly value: number;
}

function together(metric: Metric, group: Group, known: readonly Known[], enough: boolean): Together {
  const { heads } = group;
  const cover = coverOf(
    heads,
    known.map(({ head }) => head),
  );
  const exceeded = exceededWholes(metric, heads, known);
  if (!enough || cover.doubts.length > 0) return { cover, exceeded, sum: null, pooled: null, unpooled: null };
  const counted = new Set(cover.reports);
  const sum = known.reduce((sum, { head, value }) => (counted.has(head) ? sum + value : sum), 0);
  if (metric.per !== undefined) return { cover, exceeded, sum: null, ...pooledRate(metric, group, cover) };
  const isShare = metric.kind === 'share';
  return { cover, exceeded, sum: isShare ? null : sum, pooled: pooled(metric, cover.reports), unpooled: null };
}

/** All that the reports of a cover count by all that their territories have; none where a territory's part of either is missing or would count twice. */
function pooledRate(
  metric: Metric,
  { heads, denominators }: Group,
  { reports }: Cover,
): Pick<Together, 'pooled' | 'unpooled'> {
  if (metric.per === undefined || reports.length === 0) return { pooled: null, unpooled: null };
  const isLacking = (head: VersionHead) => measure(metric, head, denominators).gap?.code === 'noDenominator';
  if (heads.some(isLacking)) return { pooled: null, unpooled: 'noDenominator' };
  if (!areApart(reports.map((head) => territoryOf(head) ?? ''))) return { pooled: null, unpooled: 'areasOverlap' };
  const { per } = metric;
  const of = total(reports.flatMap((head) => basisOf(metric, head, denominators)?.of.map(({ value }) => value) ?? []));
  const to = total(reports.map((head) => denominatorFor(head, per.measure, denominators)?.value));
  return { pooled: (of * per.times) / to, unpooled: null };
}

/** None for a share or a rate: those of parts do not add up to that of the whole. */
function exceededWholes(metric: Metric, heads: readonly VersionHead[], known: readonly Known[]): ExceededWhole[] {
  if (metric.kind === 'share' || metric.kind === 'rate') return [];
  const values = new Map(known.map(({ head, value }) => [head, value]));
  return wholesOf(heads, [...values.keys()]).flatMap(({ whole, parts }) => {
    const value = values.get(whole) ?? 0;
    const partsValue = total(parts.map((part) => values.get(part)));
    return partsValue > value ? [{ whole, value, parts, partsValue }] : [];
  });
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

function ranking(metric: Metric, known: readonly Known[], denominators: Denominators): Ranked[] {
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const ranked: Ranked[] = [];
  for (const [index, { head, value }] of sorted.entries()) {
    const before = ranked.at(-1);
    const basis = () => basisOf(metric, head, denominators);
    ranked.push({ head, value, rank: before?.value === value ? before.rank : index + 1, basis });
  }
  return ranked;
}
