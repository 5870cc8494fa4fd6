import type { Target } from '../work-plan.ts';
import { builder } from './builder.ts';

const ComparisonEnum = builder.enumType('Comparison', {
  description: 'Which side of the value a demand allows (比较方式).',
  values: {
    atLeast: { value: 'atLeast', description: 'Not less than the value (不少于).' },
    atMost: { value: 'atMost', description: 'Not more than the value (不超过).' },
  } as const satisfies Record<Target['comparison'], unknown>,
});

builder.objectType('Target', {
  description: 'A numeric demand of a work plan: at least or at most so many, and whom it binds (量化指标).',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The clause as printed (原文).' }),
    who: t.exposeString('who', { description: 'Whom it binds, as printed (对象).' }),
    comparison: t.expose('comparison', {
      type: ComparisonEnum,
      description: 'Which side of the value it allows (比较方式).',
    }),
    value: t.exposeFloat('value', { description: 'The value, in its unit (数值).' }),
    unit: t.exposeString('unit', { description: 'The unit as printed, such as 条 (单位).' }),
  }),
});
