import type { Denominators } from '../../record/denominator.ts';
import { isIdentityInDoubt, scopeOfHead, type VersionHead } from '../../record/version-head.ts';
import { formById } from '../forms/forms.ts';
import { evaluate } from './expression.ts';
import type { Metric } from './metrics.ts';
import { denominatorFor, territoryOf } from './territory.ts';

/**
 * Why a measure has no value: `noReport` none is stored · `identityInDoubt` it is not certain whose report it is, or on which
 * year · `notInForm` the form of the report does not know it, or means
 * something else by it · `formUnknown` no form could be told · `notPrinted` figures it is made of are not printed readably ·
 * `nothingToDivide` a share of nothing. Of a rate: `scopeUnknown` nothing tells whose figures the report gives · `notTerritory` those of its organ or
 * level alone · `noDivision` those of an area that is no division, or is not known · `noDenominator` nothing is imported of the division and year.
 */
export type GapCode =
  | 'noReport'
  | 'identityInDoubt'
  | 'notInForm'
  | 'formUnknown'
  | 'notPrinted'
  | 'nothingToDivide'
  | 'scopeUnknown'
  | 'notTerritory'
  | 'noDivision'
  | 'noDenominator';

export interface Gap {
  readonly code: GapCode;
  /** Figures that are not there; empty unless the code is `notPrinted`. */
  readonly missing: readonly string[];
}

/** A value, or the reason why there is none. */
export type Measure = { readonly value: number; readonly gap: null } | { readonly value: null; readonly gap: Gap };

export const noReport: Measure = { value: null, gap: { code: 'noReport', missing: [] } };

/** What of a report is measured. */
type Measured = Pick<
  VersionHead,
  'form' | 'figures' | 'rules' | 'doubtsDismissed' | 'scope' | 'year' | 'agencyName' | 'divisionCode' | 'level'
>;

/** A measure of one report. Of a report that may be another's nothing is measured, so none of its figures is ranked, added up or drawn as an agency's. */
export function measure(metric: Metric, head: Measured, denominators: Denominators): Measure {
  const { form, figures } = head;
  if (isIdentityInDoubt(head)) return gap('identityInDoubt');
  if (form === null) return gap('formUnknown');
  if (!metric.forms.includes(form)) return gap('notInForm');
  const areaGap = metric.per === undefined ? null : areaGapOf(head);
  if (areaGap !== null) return gap(areaGap);
  const value = evaluate(metric.formula, { form: formById(form), figures });
  if (typeof value !== 'number')
    return value.missing.length > 0 ? gap('notPrinted', value.missing) : gap('nothingToDivide');
  if (metric.per === undefined) return { value, gap: null };
  const denominator = denominatorFor(head, metric.per.measure, denominators);
  return denominator === null
    ? gap('noDenominator')
    : { value: (value * metric.per.times) / denominator.value, gap: null };
}

/** Why figures are of no division's whole territory; null where they are. */
function areaGapOf(head: Measured): GapCode | null {
  const scope = scopeOfHead(head);
  if (scope === 'unknown') return 'scopeUnknown';
  if (scope !== 'territory') return 'notTerritory';
  return territoryOf(head) === null ? 'noDivision' : null;
}

function gap(code: GapCode, missing: readonly string[] = []): Measure {
  return { value: null, gap: { code, missing } };
}
