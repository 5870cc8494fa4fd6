import type { Bilingual } from '../../record/bilingual.ts';
import type { DenominatorMeasure } from '../vocabulary/denominators.ts';
import { applicationMetrics } from './application-metrics.ts';
import type { MetricEntry } from './metric.ts';
import { reviewMetrics } from './review-metrics.ts';

type Counted = (typeof applicationMetrics)[number]['key'] | (typeof reviewMetrics)[number]['key'];

const inhabitants = 100_000;

/** A count of a whole territory by what the territory has. */
const rate = <Key extends string>(
  key: Key,
  name: Bilingual,
  of: Counted,
  per: { readonly measure: DenominatorMeasure; readonly times: number; readonly unit: string },
): MetricEntry<Key> => {
  const counted: MetricEntry | undefined = [...applicationMetrics, ...reviewMetrics].find((entry) => entry.key === of);
  if (counted === undefined) throw new Error(`no measure ${of}`);
  const { formula, breaks } = counted;
  const { measure, times, unit } = per;
  return { key, name, kind: 'rate', unit, formula, breaks, per: { measure, times } };
};

const perInhabitants = { measure: 'residentPopulation', times: inhabitants, unit: '件/10万人' } as const;

/** Measures of whole territories by what operators import of these (docs/denominators.md). */
export const rateMetrics = [
  rate(
    'applicationsPer100000',
    { zh: '每10万常住人口新收申请数', en: 'Applications received per 100,000 residents' },
    'applicationsReceived',
    perInhabitants,
  ),
  rate(
    'reconsiderationPer100000',
    { zh: '每10万常住人口行政复议数', en: 'Reconsideration cases per 100,000 residents' },
    'reconsiderationTotal',
    perInhabitants,
  ),
  rate(
    'litigationPer100000',
    { zh: '每10万常住人口行政诉讼数', en: 'Litigation cases per 100,000 residents' },
    'litigationTotal',
    perInhabitants,
  ),
  rate(
    'applicationsPerOrgan',
    { zh: '平均每个行政机关新收申请数', en: 'Applications received per organ of the territory' },
    'applicationsReceived',
    { measure: 'organs', times: 1, unit: '件/个' },
  ),
] as const satisfies readonly MetricEntry[];
