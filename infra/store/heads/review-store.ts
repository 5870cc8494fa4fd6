import { z } from 'zod';
import type { Review, ReviewRef } from '../../../schema/record/review.ts';
import { batchGet, putIfNewer, type TableClient } from '../calls.ts';
import { reviewKey } from '../table.ts';
import { reviewItem, reviewOf } from './items.ts';

const Key = z.object({ pk: z.string(), sk: z.string() });

/** Decisions on findings, in the order asked; one batch for a hundred of them. Consistent, so that one's own is seen at once. */
export async function readReviews(table: TableClient, refs: readonly ReviewRef[]): Promise<(Review | null)[]> {
  const keys = new Map(refs.map((ref) => [nameOf(keyOf(ref)), keyOf(ref)]));
  const items = await batchGet(table, [...keys.values()], true);
  const found = new Map(items.map((item) => [nameOf(Key.parse(item)), reviewOf(item)]));
  return refs.map((ref) => found.get(nameOf(keyOf(ref))) ?? null);
}

/** Stores a decision unless a later one stands. */
export async function putReview(table: TableClient, review: Review): Promise<void> {
  await putIfNewer(table, reviewItem(review));
}

function keyOf({ agencyId, year, key }: ReviewRef) {
  return reviewKey(agencyId, year, key);
}

function nameOf({ pk, sk }: z.infer<typeof Key>): string {
  return `${pk}|${sk}`;
}
