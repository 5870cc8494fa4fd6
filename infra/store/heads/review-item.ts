import { Review } from '../../../schema/record/review.ts';
import type { Item } from '../batch.ts';
import type { RankedItem } from '../put-if-newer.ts';
import { reviewKey } from '../table.ts';

/** A decision; of two on one finding the later stands, of two in one moment that of the greater name. */
export function reviewItem(review: Review): RankedItem {
  const rank = `${review.at}#${review.reviewer}#${review.decision}`;
  return { ...reviewKey(review.agencyId, review.year, review.key), ...review, rank };
}

/** Throws where an item is not a decision. */
export function reviewOf(item: Item): Review {
  return Review.parse(item);
}
