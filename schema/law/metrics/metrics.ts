import { applicationMetrics } from './application-metrics.ts';
import { disclosureMetrics } from './disclosure-metrics.ts';
import { type Metric, metricOf } from './metric.ts';
import type { MetricKey } from './metric-key.ts';
import { reviewMetrics } from './review-metrics.ts';

/** The dictionary of measures. A new one is one entry and its key. */
export const metrics: readonly Metric[] = [...applicationMetrics, ...reviewMetrics, ...disclosureMetrics].map(metricOf);

const byKey: ReadonlyMap<MetricKey, Metric> = new Map(metrics.map((metric) => [metric.key, metric]));

export function metricByKey(key: MetricKey): Metric {
  const metric = byKey.get(key);
  if (metric === undefined) throw new Error(`no metric ${key}`);
  return metric;
}
