import { z } from 'zod';
import { Reason } from './reason.ts';
import { Kind, Outcome } from './report.ts';

/** One record that came out of an object: enough to find it, nothing that is stored elsewhere. */
export const IngestedRecord = z.object({
  kind: Kind,
  outcome: Outcome,
  agencyId: z.string().nullable(),
  year: z.int().nullable(),
  version: z.string().nullable(),
  /** Tells the work plans of a year apart, as in `DocumentRef`; absent for anything else. */
  slot: z.string().optional(),
  findings: z.int().nonnegative(),
});
export type IngestedRecord = z.infer<typeof IngestedRecord>;

/**
 * What happened to one object version: exactly one per version that ever landed under `raw/`.
 * Times are ISO 8601 in UTC; `milliseconds` is reading, parsing and writing together. `outcome` is the worst of its records'.
 */
export const Ingestion = z.object({
  id: z.string(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().nullable(),
  sequencer: z.string(),
  arrivedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  outcome: Outcome,
  reasons: z.array(Reason),
  findings: z.int().nonnegative(),
  records: z.array(IngestedRecord),
  sha256: z.string().nullable(),
  bytes: z.int().nonnegative().nullable(),
  mediaType: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  parserVersion: z.string(),
  milliseconds: z.number().nonnegative(),
});
export type Ingestion = z.infer<typeof Ingestion>;
