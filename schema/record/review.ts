import { z } from 'zod';
import { Operand } from './operand.ts';
import type { VersionHead } from './version-head.ts';

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

/**
 * A version with what reviewers decided of whose report it is: every doubt of it dismissed, its figures are its agency's. One doubt that is
 * open or confirmed leaves it as it is. A doubt is named by its document and by what is doubted of it, so nothing is taken over by another
 * document, nor by one that is read otherwise; and by agency and year, so that nothing is by another agency. Of an early release nothing is known.
 */
export function withDecisions(head: VersionHead, reviews: readonly Review[]): VersionHead {
  const { agencyId, year, doubts = [] } = head;
  const dismissed = new Set(
    reviews
      .filter((review) => review.agencyId === agencyId && review.year === year && review.decision === 'dismissed')
      .map(({ key }) => key),
  );
  return doubts.length > 0 && doubts.every((key) => dismissed.has(key)) ? { ...head, doubtsDismissed: true } : head;
}
