import type { ReviewDecision } from '../review.ts';
import { builder } from './builder.ts';

export const ReviewDecisionEnum = builder.enumType('ReviewDecision', {
  description: 'What a person decided of a finding (复核结论).',
  values: {
    confirmed: { value: 'confirmed', description: 'The document is wrong as the finding says (确认).' },
    dismissed: { value: 'dismissed', description: 'The finding is not to be counted against it (排除).' },
  } as const satisfies Record<ReviewDecision, unknown>,
});
