import { createHash } from 'node:crypto';
import type { Reading } from '../../schema/record/record-store.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { type FiledRecord, fileRecord } from './file-record.ts';
import type { ObjectNotice } from './object-notice.ts';
import type { ObjectReading } from './read-object.ts';
import { recordVersion } from './version.ts';

/** Finds the place of every record of a reading, in the order of the file. */
export function fileReading(
  { records, sha256, hints }: ObjectReading,
  notice: ObjectNotice,
  parserVersion: string,
): FiledRecord[] {
  return records.map((record, index) => {
    const origin = { sha256: sha256 ?? record.source.sha256, parserVersion, index, hints };
    const filing = fileRecord(record, recordVersion(origin), notice);
    if (!filing.filed) return filing;
    const { member } = record.source;
    const inArchive = member === undefined ? '' : `/${member}`;
    const reading = readingOf(record, hints.sourceUrl ?? `${notice.bucket}/${notice.key}${inArchive}`);
    return { ...filing, head: { ...filing.head, sha256: `${origin.sha256}${inArchive}`, reading } };
  });
}

/** How a record was read, by which its copies are weighed. `address` is where it was published, else where it lies. */
function readingOf(record: ReportRecord, address: string): Reading {
  const cells = tableCells(record.tables).map(([, cell]) => cell);
  return {
    mediaType: record.source.mediaType,
    unreadable: cells.filter(({ state }) => state === 'unreadable').length,
    doubts: record.findings.filter(({ cause }) => cause === 'suspected-parse').length,
    printed: digest(printedValues(record)),
    address: digest(address),
  };
}

/** Every figure of the statutory tables and of the annex by its path, in one order however it was printed. */
function printedValues({ tables, statistics }: ReportRecord): (readonly [path: string, value: number | null])[] {
  const inTables = tableCells(tables).map(([path, { value }]) => [path, value] as const);
  const inAnnex = statistics.map(({ path, cell }) => [path, cell.value] as const);
  return [...inTables, ...inAnnex].toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));
}

/** Short, for lists hold thousands: two of one report are told apart by far less. */
function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}
