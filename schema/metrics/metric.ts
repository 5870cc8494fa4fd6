import type { Bilingual } from '../bilingual.ts';
import type { FormId } from '../forms/form.ts';
import type { Expression } from './expression.ts';
import type { MetricKey } from './metric-key.ts';

/** `count` adds up over agencies, `amount` too and is money in yuan; `share` does not: it is a part of one. */
export type MetricKind = 'count' | 'amount' | 'share';

/** A form in which the measure does not exist, or is something else under the same words. */
export interface Break {
  readonly form: FormId;
  readonly note: Bilingual;
}

/** A derived measure: what it is, and how it follows from what is printed. */
export interface Metric {
  readonly key: MetricKey;
  readonly name: Bilingual;
  readonly kind: MetricKind;
  /** 件, 条, 元; 1 for a share. */
  readonly unit: string;
  readonly formula: Expression;
  /** Forms in which it exists with one and the same meaning. */
  readonly forms: readonly FormId[];
  /** Why it does not exist in each of the others. */
  readonly breaks: readonly Break[];
}
