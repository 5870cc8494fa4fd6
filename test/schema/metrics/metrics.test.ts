import { expect, test } from 'vitest';
import { figurePaths } from '../../../infra/records/heads/figure-codes.ts';
import { forms } from '../../../schema/forms/forms.ts';
import type { Expression } from '../../../schema/metrics/expression.ts';
import { MetricKey } from '../../../schema/metrics/metric-key.ts';
import { metrics } from '../../../schema/metrics/metrics.ts';

const known = new Set(figurePaths);

function figuresIn(expression: Expression): string[] {
  if ('figure' in expression) return [expression.figure];
  if ('sum' in expression) return expression.sum.flatMap(figuresIn);
  if ('ratio' in expression) return [expression.ratio.of, expression.ratio.to].flatMap(figuresIn);
  return expression.first.flatMap(figuresIn);
}

test('every key has exactly one entry', () => {
  expect(metrics.map(({ key }) => key).toSorted()).toEqual(MetricKey.options.toSorted());
});

test.each(metrics.map((metric) => [metric.key, metric] as const))(
  '%s is made of figures that the forms print, and says of every form whether it exists there',
  (_, { formula, forms: exists, breaks }) => {
    const figures = figuresIn(formula);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((path) => !known.has(path))).toEqual([]);
    const spokenOf = [...exists, ...breaks.map(({ form }) => form)].toSorted();
    expect(spokenOf).toEqual(forms.map(({ id }) => id));
  },
);

test('the reasons of refusal are all there, and the rows of a group are summed', () => {
  const refusedShare = metrics.find(({ key }) => key === 'refusedShare');
  const single = metrics.filter(({ key }) => /^refused.+Share$/.test(key) && key !== 'refusedShare');
  expect(single).toHaveLength(8);
  expect(figuresIn(refusedShare?.formula ?? { sum: [] })).toHaveLength(9);
});
