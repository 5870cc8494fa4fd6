import type { RecordWriter } from '../../schema/record/record-store.ts';
import { readBodies } from './bodies/read-bodies.ts';
import { change } from './change.ts';
import { yearsAround } from './heads/agency-years.ts';
import { reportVersions } from './heads/versions.ts';
import { putIngestion } from './ingestions/put-ingestion.ts';
import { readIngestion } from './ingestions/read-ingestion.ts';
import { createNoteList } from './lists/stored-years.ts';
import type { TableClient } from './table-client.ts';

/** Writes the table. Every write may be repeated, and come in any order: the table ends the same. */
export function createRecordWriter(table: TableClient): RecordWriter {
  const noteList = createNoteList(table);
  return {
    ingestion: (id) => readIngestion(table, id),
    yearsAround: (agencyId, year) => yearsAround(table, agencyId, year),
    versions: (agencyId, year) =>
      reportVersions(table, { document: { agencyId, year, kind: 'annual-report', slot: '' }, consistent: true }),
    records: (refs, parts) => readBodies(table, refs, parts),
    change: (work) => change(table, noteList, work),
    putIngestion: (ingestion, known) => putIngestion(table, ingestion, known),
  };
}
