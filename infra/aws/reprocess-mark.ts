import { z } from 'zod';

/**
 * Stands beside the records of a notification that S3 did not send: someone asked for these object versions again.
 * With `force` they are ingested although the same parser has read them. In the body, not in an attribute of the message,
 * so that it stays with it on every way through the dead-letter queue.
 */
export const ReprocessMark = z.object({ force: z.boolean() });
export type ReprocessMark = z.infer<typeof ReprocessMark>;
