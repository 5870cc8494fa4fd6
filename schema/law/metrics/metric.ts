import type { Bilingual } from '../../record/bilingual.ts';
import type { FormId } from '../forms/form.ts';
import type { DenominatorMeasure } from '../vocabulary/denominators.ts';
import { type Expression, formulaText } from './expression.ts';

/**
 * `count` adds up over agencies, `amount` too and is money in yuan; `share` does not: it is a part of one; nor does `rate`: it is so many of a
 * territory by what the territory has.
 */
export type MetricKind = 'count' | 'amount' | 'share' | 'rate';

/** What a count of a whole territory is divided by, and for how many of it the value is. */
export interface Per {
  readonly measure: DenominatorMeasure;
  readonly times: number;
}

/** A form in which the measure does not exist, or is something else under the same words. */
export interface Break {
  readonly form: FormId;
  readonly note: Bilingual;
}

/** What is written down of a measure; the editions it exists in follow from its formula. */
export interface MetricEntry<Key extends string = string> {
  readonly key: Key;
  readonly name: Bilingual;
  readonly kind: MetricKind;
  /** 件, 条, 元; 1 for a share; 件/10万人 of a rate. */
  readonly unit: string;
  readonly formula: Expression;
  /** Editions that print other things under the same words or instead of it; that others do not print it goes without saying. */
  readonly breaks: readonly Break[];
  /** Of a rate. */
  readonly per?: Per;
}

/** A measure in words of the record: `applications.granted.total / applications.processed.total`. */
export function metricFormula({ formula, per }: Pick<MetricEntry, 'formula' | 'per'>): string {
  const text = formulaText(formula);
  if (per === undefined) return text;
  const counted = text.includes(' ') && !/^\([^()]*\)$/.test(text) ? `(${text})` : text;
  return `${counted}${per.times === 1 ? '' : ` * ${per.times}`} / denominators.${per.measure}`;
}
