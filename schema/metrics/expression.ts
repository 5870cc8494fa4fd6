/**
 * A formula as data, over the headline figures of a report (paths of cells, `statistics.<key>`, `indicators.<key>`).
 * `first` is for the same figure printed in different places by different forms: the first that is there counts.
 */
export type Expression =
  | { readonly figure: string }
  | { readonly sum: readonly Expression[] }
  | { readonly ratio: Ratio }
  | { readonly first: readonly Expression[] };

/** A share: so many of so many. */
export interface Ratio {
  readonly of: Expression;
  readonly to: Expression;
}

export type Figures = Readonly<Record<string, number>>;

/** A number, or why there is none. `missing` are the figures that are not printed readably; none where 0 is divided by. */
export type Evaluation = number | { readonly missing: readonly string[] };

/** The value of a formula. A figure that is not there is never taken for zero. */
export function evaluate(expression: Expression, figures: Figures): Evaluation {
  if ('figure' in expression) return figures[expression.figure] ?? { missing: [expression.figure] };
  if ('sum' in expression) return sum(expression.sum.map((part) => evaluate(part, figures)));
  if ('ratio' in expression)
    return divide(evaluate(expression.ratio.of, figures), evaluate(expression.ratio.to, figures));
  const values = expression.first.map((part) => evaluate(part, figures));
  return values.find((value) => typeof value === 'number') ?? values[0] ?? { missing: [] };
}

/** The share that a formula is, of the alternatives the one that can be evaluated; null for a formula that is no share. */
export function ratioOf(expression: Expression, figures: Figures): Ratio | null {
  if ('ratio' in expression) return expression.ratio;
  if (!('first' in expression)) return null;
  const ratios = expression.first.map((part) => ratioOf(part, figures)).filter((ratio) => ratio !== null);
  return ratios.find((ratio) => isKnown(ratio, figures)) ?? ratios[0] ?? null;
}

function isKnown({ of, to }: Ratio, figures: Figures): boolean {
  return [of, to].every((part) => typeof evaluate(part, figures) === 'number');
}

/** In words of the record: `applications.granted.total / applications.processed.total`. */
export function formulaText(expression: Expression): string {
  if ('figure' in expression) return expression.figure;
  if ('sum' in expression) return `(${expression.sum.map(formulaText).join(' + ')})`;
  if ('ratio' in expression) return `${formulaText(expression.ratio.of)} / ${formulaText(expression.ratio.to)}`;
  return expression.first.map(formulaText).join(' | ');
}

function sum(parts: readonly Evaluation[]): Evaluation {
  const missing = missingOf(parts);
  if (missing.length > 0) return { missing };
  return parts.reduce<number>((total, part) => total + (typeof part === 'number' ? part : 0), 0);
}

function divide(of: Evaluation, to: Evaluation): Evaluation {
  if (typeof of !== 'number' || typeof to !== 'number') return { missing: missingOf([of, to]) };
  return to === 0 ? { missing: [] } : of / to;
}

function missingOf(parts: readonly Evaluation[]): string[] {
  return parts.flatMap((part) => (typeof part === 'number' ? [] : part.missing));
}
