import { expect, test } from 'vitest';
import { figurePaths } from '../../../../infra/store/heads/head-line.ts';
import type { Form } from '../../../../schema/law/forms/form.ts';
import { formById, forms } from '../../../../schema/law/forms/forms.ts';
import { type Expression, evaluate, type RowGroup } from '../../../../schema/law/metrics/expression.ts';
import { metricOf, metrics } from '../../../../schema/law/metrics/metrics.ts';

const known = new Set(figurePaths);

function figuresIn(expression: Expression): string[] {
  if ('figure' in expression) return [expression.figure];
  if ('rows' in expression) return figurePaths.filter((path) => isOfGroup(path, expression.rows));
  if ('sum' in expression) return expression.sum.flatMap(figuresIn);
  if ('ratio' in expression) return [expression.ratio.of, expression.ratio.to].flatMap(figuresIn);
  return expression.first.flatMap(figuresIn);
}

function isOfGroup(path: string, { table, row, column }: RowGroup): boolean {
  return path.startsWith(`${table}.${row}.`) && path.endsWith(`.${column}`);
}

test('no two entries have one key', () => {
  expect(new Set(metrics.map(({ key }) => key)).size).toBe(metrics.length);
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

test('the group of a row is what each edition has of it, and an edition that adds a row is summed with it', () => {
  const form = formById('2021');
  const more: Form = {
    ...form,
    tables: form.tables.map((table) => ({
      ...table,
      blocks: table.blocks.map(({ rows, ...block }) => ({
        ...block,
        rows: rows.flatMap((row) =>
          row.key === 'refused.stateSecret' ? [row, { ...row, key: 'refused.new' }] : [row],
        ),
      })),
    })),
  };
  const rows = { table: 'applications', row: 'refused', column: 'total' } as const;
  const figures = Object.fromEntries(figuresIn({ rows }).map((path) => [path, 1]));
  expect(evaluate({ rows }, { form, figures })).toBe(8);
  expect(evaluate({ rows }, { form: more, figures })).toEqual({ missing: ['applications.refused.new.total'] });
  expect(evaluate({ rows }, { form: more, figures: { ...figures, 'applications.refused.new.total': 2 } })).toBe(10);
});

test('a measure exists in the editions that print its figures, but for those that mean something else by them', () => {
  const entry = { key: 'penaltyDecisions', name: { zh: '', en: '' }, kind: 'count', unit: '件', breaks: [] } as const;
  const formula = { figure: 'proactiveDisclosure.penalties.decisions' };
  expect(metricOf({ ...entry, formula }).forms).toEqual(['2019', '2021']);
  const breaks = [{ form: '2019', note: { zh: '另有所指', en: 'something else' } }] as const;
  const broken = metricOf({ ...entry, formula, breaks });
  expect(broken.forms).toEqual(['2021']);
  expect(broken.breaks.map(({ form, note }) => [form, note.en])).toEqual([
    ['2008', 'Form 2008 does not ask for it'],
    ['2019', 'something else'],
  ]);
  expect(metricOf({ ...entry, formula: { figure: 'proactiveDisclosure.penalties.unheardOf' } }).forms).toEqual([]);
});
