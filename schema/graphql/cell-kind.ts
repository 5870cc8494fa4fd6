import type { CellKind } from '../forms/form.ts';
import { builder } from './builder.ts';

export const CellKindEnum = builder.enumType('CellKind', {
  description: 'What a printed figure means (数值类型).',
  values: {
    count: { value: 'count', description: 'A number of things (数量).' },
    change: { value: 'change', description: 'A signed change against last year; 减12 is -12 (增减).' },
    amount: { value: 'amount', description: 'An amount of money in yuan (金额,元).' },
  } as const satisfies Record<CellKind, unknown>,
});
