import { builder } from './builder.ts';
import { typical } from './prices.ts';

builder.objectType('YearComparison', {
  description: 'What the reports of two years in a row say of each other (跨年度比对).',
  fields: (t) => ({
    from: t.int({ description: 'The earlier year (上一年度).', resolve: ({ comparison }) => comparison.before.year }),
    to: t.int({ description: 'The later year (本年度).', resolve: ({ comparison }) => comparison.after.year }),
    checks: t.field({
      type: 'Checks',
      description: 'How much could be compared, and what could not and why, as across a change of form (核对情况).',
      resolve: ({ comparison }) => comparison.checks,
    }),
    findings: t.field({
      type: ['Finding'],
      complexity: { field: 1, multiplier: typical.findings },
      description: 'What does not agree between the two years (疑点).',
      resolve: ({ comparison, year }, _args, { subjects }) => subjects.ofComparison(comparison, year),
    }),
  }),
});
