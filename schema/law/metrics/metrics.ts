import type { FormId } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { applicationMetrics } from './application-metrics.ts';
import { disclosureMetrics } from './disclosure-metrics.ts';
import { existsIn } from './expression.ts';
import type { Break, MetricEntry } from './metric.ts';
import { rateMetrics } from './rate-metrics.ts';
import { reviewMetrics } from './review-metrics.ts';

const entries = [...applicationMetrics, ...reviewMetrics, ...disclosureMetrics, ...rateMetrics];

/** The name of a measure. */
export type MetricKey = (typeof entries)[number]['key'];

/** A derived measure: what it is, and how it follows from what is printed. */
export interface Metric extends MetricEntry<MetricKey> {
  /** Forms in which it exists with one and the same meaning: those that print its figures, but for the breaks. */
  readonly forms: readonly FormId[];
  /** Why it does not exist in each of the others. */
  readonly breaks: readonly Break[];
}

/** A measure with what is to be said of every edition of the form. */
export function metricOf(entry: MetricEntry<MetricKey>): Metric {
  const broken = new Map(entry.breaks.map((each) => [each.form, each]));
  const exists = forms.filter((form) => !broken.has(form.id) && existsIn(entry.formula, form)).map(({ id }) => id);
  const others = forms.filter(({ id }) => !exists.includes(id));
  return { ...entry, forms: exists, breaks: others.map(({ id }) => broken.get(id) ?? notAsked(id)) };
}

function notAsked(form: FormId): Break {
  return { form, note: { zh: `${form}年版没有这项统计`, en: `Form ${form} does not ask for it` } };
}

/** The dictionary of measures, in the order of the tables they come from. A new one is one entry. */
export const metrics: readonly Metric[] = entries.map(metricOf);

const byKey: ReadonlyMap<MetricKey, Metric> = new Map(metrics.map((metric) => [metric.key, metric]));

export function metricByKey(key: MetricKey): Metric {
  const metric = byKey.get(key);
  if (metric === undefined) throw new Error(`no metric ${key}`);
  return metric;
}
