import type { Parse } from '../../functions/ingest/parsing-worker.ts';
import { ReportRecord } from '../../schema/record/report.ts';

/** A document whose parsing is not the point of a test: the records it holds, as JSON. */
export function documentOf(...records: readonly ReportRecord[]): string {
  return JSON.stringify(records);
}

/** Reads such a document. */
export function parseJsonDocument(bytes: Uint8Array): ReportRecord[] {
  return ReportRecord.array().parse(JSON.parse(Buffer.from(bytes).toString()));
}

/** The same as the ingest function calls it. */
export const parseJson: Parse = async (bytes) => ({ state: 'parsed', records: parseJsonDocument(bytes) });
