import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordWriter, RecordWrites } from '../../schema/record/record-store.ts';
import { type DocumentRef, isIdentityRule } from '../../schema/record/version-head.ts';
import { readBodies } from './bodies/read-bodies.ts';
import type { TableClient } from './calls.ts';
import { settleAgencySnapshot } from './heads/agency-snapshot.ts';
import { reportVersions, yearsAround } from './heads/agency-years.ts';
import { comparisonItem } from './heads/items.ts';
import { putReview } from './heads/review-store.ts';
import { putIngestion, readIngestion } from './ingestions.ts';
import { announceRemoval, createNoteList, type NoteList } from './lists/list-kinds.ts';
import { putRecord } from './put-record.ts';
import { retractVersion, type Touch } from './retract.ts';
import { settleReport } from './settle-report.ts';
import { comparisonKey, comparisonsPartition } from './table.ts';

/** Makes writes that belong together, see `RecordWriter.change`: at the end the snapshot of each agency is settled once. */
async function change<T>(
  table: TableClient,
  noteList: NoteList,
  work: (writes: RecordWrites) => Promise<T>,
): Promise<T> {
  const agencies = new Set<string>();
  const done = await work(
    writesTo(table, async (document) => {
      agencies.add(document.agencyId);
      await noteList(document);
    }),
  );
  for (const agencyId of agencies) await settleAgencySnapshot(table, agencyId);
  return done;
}

function writesTo(table: TableClient, touch: Touch): RecordWrites {
  const { dynamo, tableName: TableName } = table;
  return {
    putRecord: (head, record) => putRecord(table, { head, record }, touch),
    async putReview(review) {
      await putReview(table, review);
      if (!isIdentityRule(review.rule)) return;
      const report = reportOf(review.agencyId, review.year);
      await touch(report);
      await settleReport(table, report);
    },
    retract: (ref) => retractVersion(table, ref, touch),
    async putComparison(comparison) {
      await touch(reportOf(comparison.agencyId, comparison.after.year));
      await dynamo.send(new PutCommand({ TableName, Item: comparisonItem(comparison) }));
    },
    async removeComparison(agencyId, year, kind) {
      await touch(reportOf(agencyId, year));
      const Key = comparisonKey(agencyId, year, kind);
      await announceRemoval(table, comparisonsPartition(year), Key);
      await dynamo.send(new DeleteCommand({ TableName, Key }));
    },
  };
}

/** The report under whose year comparisons stand. */
function reportOf(agencyId: string, year: number): DocumentRef {
  return { agencyId, year, kind: 'annual-report', slot: '' };
}

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
