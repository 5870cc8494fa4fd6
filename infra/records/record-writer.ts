import type { RecordWriter } from '../../schema/record-store.ts';
import { yearsAround } from './agency-years.ts';
import { change } from './change.ts';
import { putIngestion } from './put-ingestion.ts';
import { readBodies } from './read-bodies.ts';
import { readIngestion } from './read-ingestion.ts';
import type { TableClient } from './table-client.ts';
import { reportVersions } from './versions.ts';

/** Writes the table. Every write may be repeated, and come in any order: the table ends the same. */
export function createRecordWriter(table: TableClient): RecordWriter {
  return {
    ingestion: (id) => readIngestion(table, id),
    yearsAround: (agencyId, year) => yearsAround(table, agencyId, year),
    versions: (agencyId, year) =>
      reportVersions(table, { document: { agencyId, year, kind: 'annual-report', slot: '' }, consistent: true }),
    records: (refs, parts) => readBodies(table, refs, parts),
    change: (work) => change(table, work),
    putIngestion: (ingestion, known) => putIngestion(table, ingestion, known),
  };
}
