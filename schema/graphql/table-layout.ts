import type { FormTable } from '../forms/form.ts';
import { builder } from './builder.ts';

export const TableLayoutEnum = builder.enumType('TableLayout', {
  description: 'How a table is printed (版式).',
  values: {
    down: { value: 'down', description: 'One printed row for each row of the form (逐行).' },
    across: {
      value: 'across',
      description: 'All rows side by side in one printed row of figures, as table 四 (并列).',
    },
  } as const satisfies Record<FormTable['layout'], unknown>,
});
