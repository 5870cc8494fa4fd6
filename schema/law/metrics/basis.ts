import type { Denominator, Denominators } from '../../record/denominator.ts';
import type { VersionHead } from '../../record/version-head.ts';
import { formById } from '../forms/forms.ts';
import { type Expression, evaluate, figuresOf, type Printed } from './expression.ts';
import { measure } from './measure.ts';
import type { Metric } from './metrics.ts';
import { denominatorFor } from './territory.ts';

/** A figure of a report that a value is made of. */
export interface BasisFigure {
  /** Its path among the headline figures of a report: `applications.granted.total`, `indicators.litigation.total`. */
  readonly path: string;
  readonly value: number;
}

/**
 * What a value of a measure is made of: the sum of `of`, for a share divided by that of `to`, for a rate multiplied by `times` and divided by
 * the denominator. Whoever has these has the value.
 */
export interface Basis {
  readonly head: VersionHead;
  readonly of: readonly BasisFigure[];
  /** None but for a share. */
  readonly to: readonly BasisFigure[];
  /** Null but for a rate. */
  readonly denominator: Denominator | null;
  readonly times: number;
}

/** Null where the measure has no value of the report. */
export function basisOf(metric: Metric, head: VersionHead, denominators: Denominators): Basis | null {
  const { form, figures } = head;
  if (form === null || measure(metric, head, denominators).value === null) return null;
  const printed = { form: formById(form), figures };
  const formula = alternativeOf(metric.formula, printed);
  const named = (part: Expression): BasisFigure[] =>
    figuresOf(part, printed).map((path) => ({ path, value: figures[path] ?? 0 }));
  const [of, to] = 'ratio' in formula ? [named(formula.ratio.of), named(formula.ratio.to)] : [named(formula), []];
  const { per } = metric;
  const denominator = per === undefined ? null : denominatorFor(head, per.measure, denominators);
  return { head, of, to, denominator, times: per?.times ?? 1 };
}

/** Of alternatives the one that counts. */
function alternativeOf(formula: Expression, printed: Printed): Expression {
  if (!('first' in formula)) return formula;
  const counted = formula.first.find((part) => typeof evaluate(part, printed) === 'number') ?? formula;
  return counted === formula ? formula : alternativeOf(counted, printed);
}
