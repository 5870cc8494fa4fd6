import { z } from 'zod';

/** Indexes of texts in the bucket, a year an object. They can be made anew at any time. */
export const segmentPrefix = 'search/';

/** What is asked of the function that makes files: the index of a year. */
export const SegmentWish = z.object({ what: z.literal('search'), year: z.int() });
export type SegmentWish = z.infer<typeof SegmentWish>;

/** Where wishes for indexes are left among those for exports. */
export const segmentWishes = 'search/';
