import type { TableClient } from '../../infra/store/calls.ts';
import { putReview } from '../../infra/store/heads/review-store.ts';
import type { WriteReview } from '../../schema/graphql/context.ts';

/** Stores decisions in a table, with the time at which they come. */
export function createReviewWriter(table: TableClient): WriteReview {
  return async (decided) => {
    const review = { ...decided, at: new Date().toISOString() };
    await putReview(table, review);
    return review;
  };
}
