import type { Outcome } from '../report.ts';
import { builder } from './builder.ts';

export const OutcomeEnum = builder.enumType('Outcome', {
  description: 'How the reading of a document ended (处理结果).',
  values: {
    published: { value: 'published', description: 'Served without an error finding (已发布).' },
    held: { value: 'held', description: 'Served as printed, together with its error findings (存疑).' },
    rejected: {
      value: 'rejected',
      description: 'No report in it, or none that can be filed under an agency and year; the reasons say why (退回).',
    },
  } as const satisfies Record<Outcome, unknown>,
});
