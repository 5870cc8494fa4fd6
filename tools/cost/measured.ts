import { readFileSync } from 'node:fs';
import { z } from 'zod';

const amount = z.number().nonnegative();

/** What an ingested report costs, on average over the samples as pages. Milliseconds include what the embedded services take. */
const Ingested = z.object({
  documents: z.int().positive(),
  milliseconds: amount,
  tableCalls: amount,
  readUnits: amount,
  /** Of the table, and of its indexes. */
  writeUnits: amount,
  indexWriteUnits: amount,
  /** Bytes it leaves in the table and in the indexes, and in the bucket. */
  tableBytes: amount,
  indexBytes: amount,
  rawBytes: amount,
  logBytes: amount,
});

/** What a nested query costs: an agency, its last year, every section, every cell with its place. */
const Queried = z.object({
  queries: z.int().positive(),
  milliseconds: amount,
  tableCalls: amount,
  readUnits: amount,
  answerBytes: amount,
});

/** What `tools/bench/measure-costs.ts` measures of the product on the embedded services. */
export const Measured = z.object({
  machine: z.string(),
  ingested: Ingested,
  queried: Queried,
  /** Most memory of the bundled ingest function while it ingests the samples, in MiB. */
  ingestPeakMb: amount,
});
export type Measured = z.infer<typeof Measured>;

export const measuredFile = new URL('../../docs/measured.json', import.meta.url);

export function readMeasured(): Measured {
  return Measured.parse(JSON.parse(readFileSync(measuredFile, 'utf8')));
}
