import { z } from 'zod';
import { Reason } from './reason.ts';
import { Kind, Outcome } from './report.ts';
import { Undecided } from './undecided.ts';

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

/** A file of an archive, by its path there, and the ingestion that says what happened to it. */
export const IngestedMember = z.object({
  path: z.string(),
  ingestionId: z.string(),
  outcome: Outcome,
  findings: z.int().nonnegative(),
});
export type IngestedMember = z.infer<typeof IngestedMember>;

/**
 * What happened to one object version: exactly one per version that ever landed under `raw/`.
 * Times are ISO 8601 in UTC; `milliseconds` is reading, parsing and writing together. `outcome` is the worst of its records'.
 * An archive has one too, with all its records, and beside it each of its files has one of its own.
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
  /** Of an archive: its files, in its order. */
  members: z.array(IngestedMember).optional(),
  /** Of a file in an archive: its path there, and the archive's ingestion. */
  member: z.object({ path: z.string(), archiveId: z.string() }).optional(),
  sha256: z.string().nullable(),
  bytes: z.int().nonnegative().nullable(),
  mediaType: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  /** Of which it is not decided whose report on which year it is; absent where there is nothing such. */
  undecided: z.array(Undecided).optional(),
  parserVersion: z.string(),
  milliseconds: z.number().nonnegative(),
});
export type Ingestion = z.infer<typeof Ingestion>;
