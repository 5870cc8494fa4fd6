import type { Bilingual } from '../../record/bilingual.ts';
import type { FormId } from '../forms/form.ts';
import type { Expression } from './expression.ts';

/** `count` adds up over agencies, `amount` too and is money in yuan; `share` does not: it is a part of one. */
export type MetricKind = 'count' | 'amount' | 'share';

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
  /** 件, 条, 元; 1 for a share. */
  readonly unit: string;
  readonly formula: Expression;
  /** Editions that print other things under the same words or instead of it; that others do not print it goes without saying. */
  readonly breaks: readonly Break[];
}
