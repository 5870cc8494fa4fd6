import type { Bilingual } from '../../record/bilingual.ts';
import type { FormId } from '../forms/form.ts';
import { forms } from '../forms/forms.ts';
import { type Expression, existsIn } from './expression.ts';
import type { MetricKey } from './metric-key.ts';

/** `count` adds up over agencies, `amount` too and is money in yuan; `share` does not: it is a part of one. */
export type MetricKind = 'count' | 'amount' | 'share';

/** A form in which the measure does not exist, or is something else under the same words. */
export interface Break {
  readonly form: FormId;
  readonly note: Bilingual;
}

/** What is written down of a measure; the editions it exists in follow from its formula. */
export interface MetricEntry {
  readonly key: MetricKey;
  readonly name: Bilingual;
  readonly kind: MetricKind;
  /** 件, 条, 元; 1 for a share. */
  readonly unit: string;
  readonly formula: Expression;
  /** Editions that print other things under the same words or instead of it; that others do not print it goes without saying. */
  readonly breaks: readonly Break[];
}

/** A derived measure: what it is, and how it follows from what is printed. */
export interface Metric extends MetricEntry {
  /** Forms in which it exists with one and the same meaning: those that print its figures, but for the breaks. */
  readonly forms: readonly FormId[];
  /** Why it does not exist in each of the others. */
  readonly breaks: readonly Break[];
}

/** A measure with what is to be said of every edition of the form. */
export function metricOf(entry: MetricEntry): Metric {
  const broken = new Map(entry.breaks.map((each) => [each.form, each]));
  const exists = forms.filter((form) => !broken.has(form.id) && existsIn(entry.formula, form)).map(({ id }) => id);
  const others = forms.filter(({ id }) => !exists.includes(id));
  return { ...entry, forms: exists, breaks: others.map(({ id }) => broken.get(id) ?? notAsked(id)) };
}

function notAsked(form: FormId): Break {
  return { form, note: { zh: `${form}年版没有这项统计`, en: `Form ${form} does not ask for it` } };
}
