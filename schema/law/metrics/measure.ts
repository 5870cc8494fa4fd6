import { isIdentityInDoubt, type VersionHead } from '../../record/version-head.ts';
import { formById } from '../forms/forms.ts';
import { evaluate } from './expression.ts';
import type { Metric } from './metrics.ts';

/**
 * Why a measure has no value: `noReport` none is stored · `identityInDoubt` it is not certain whose report it is, or on which
 * year · `notInForm` the form of the report does not know it, or means
 * something else by it · `formUnknown` no form could be told · `notPrinted` figures it is made of are not printed readably ·
 * `nothingToDivide` a share of nothing.
 */
export type GapCode = 'noReport' | 'identityInDoubt' | 'notInForm' | 'formUnknown' | 'notPrinted' | 'nothingToDivide';

export interface Gap {
  readonly code: GapCode;
  /** Figures that are not there; empty unless the code is `notPrinted`. */
  readonly missing: readonly string[];
}

/** A value, or the reason why there is none. */
export type Measure = { readonly value: number; readonly gap: null } | { readonly value: null; readonly gap: Gap };

export const noReport: Measure = { value: null, gap: { code: 'noReport', missing: [] } };

/** A measure of one report. Of a report that may be another's nothing is measured, so none of its figures is ranked, added up or drawn as an agency's. */
export function measure(
  metric: Metric,
  head: Pick<VersionHead, 'form' | 'figures' | 'rules' | 'doubtsDismissed'>,
): Measure {
  const { form, figures } = head;
  if (isIdentityInDoubt(head)) return gap('identityInDoubt');
  if (form === null) return gap('formUnknown');
  if (!metric.forms.includes(form)) return gap('notInForm');
  const value = evaluate(metric.formula, { form: formById(form), figures });
  if (typeof value === 'number') return { value, gap: null };
  return value.missing.length > 0 ? gap('notPrinted', value.missing) : gap('nothingToDivide');
}

function gap(code: GapCode, missing: readonly string[] = []): Measure {
  return { value: null, gap: { code, missing } };
}
