import { z } from 'zod';
import { Bilingual } from './bilingual.ts';

/** `error` holds a report; `warning` and `info` do not. */
export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** Whose doubt it is: the document's own, or possibly ours in reading it. */
export const Cause = z.enum(['source', 'suspected-parse']);
export type Cause = z.infer<typeof Cause>;

/**
 * A doubt about printed values. It stands beside them and never changes one.
 * `cells` are record paths: `applications.processed.total`, `statistics.一/(一)`, `indicators.applications.received`.
 * `evidence` is what speaks for the cause: what the neighbouring relations say, or the sentence that was read.
 */
export const Finding = z.object({
  rule: z.string(),
  severity: Severity,
  cells: z.array(z.string()),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  message: Bilingual,
  cause: Cause,
  evidence: Bilingual.optional(),
});
export type Finding = z.infer<typeof Finding>;
