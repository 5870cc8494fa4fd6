import { z } from 'zod';
import { Operand } from './operand.ts';

/** `confirmed` the document is wrong as the finding says · `dismissed` the finding is not to be counted against it. */
export const ReviewDecision = z.enum(['confirmed', 'dismissed']);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/**
 * What a person decided of a finding. It is keyed to the rule and its operands (`finding-key.ts`), not to a version: reading
 * the document again does not lose it, and it lapses when one of the operands changes. `at` is ISO 8601 in UTC.
 */
export const Review = z.object({
  agencyId: z.string(),
  year: z.int(),
  key: z.string(),
  rule: z.string(),
  operands: z.array(Operand),
  decision: ReviewDecision,
  note: z.string(),
  reviewer: z.string(),
  at: z.iso.datetime(),
});
export type Review = z.infer<typeof Review>;

/** Which finding of which agency and year a decision is about. */
export type ReviewRef = Pick<Review, 'agencyId' | 'year' | 'key'>;
