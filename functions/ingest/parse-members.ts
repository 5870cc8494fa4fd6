import type { ParseHints } from '../../parser/parse-hints.ts';
import { unpackMembers } from '../../parser/read/zip/unpack-members.ts';
import { refusedRecord } from '../../parser/records.ts';
import type { ReportRecord, Source } from '../../schema/record/report.ts';
import type { Parse } from './parse-result.ts';

/** Files of an archive that may each exhaust the limits by itself, before those after them are not tried. */
const mostLimits = 1;

/** The archive as its records name it. */
export interface ParsedArchive {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly hints: ParseHints;
}

/**
 * Parses the files of an archive one by one, where together they exhaust the limits: the one to blame is refused, and the
 * others are read. None where the file is no archive.
 */
export async function parseMembers({ bytes, sha256, hints }: ParsedArchive, parse: Parse): Promise<ReportRecord[]> {
  const records: ReportRecord[] = [];
  let limits = 0;
  for (const { path, bytes: unpacked } of unpackMembers(bytes)) {
    const source = { sha256, bytes: bytes.length, member: path };
    const result = unpacked === null || limits > mostLimits ? null : await parse(unpacked, hints);
    if (result?.state === 'parsed') records.push(...result.records.map((record) => inArchive(record, source)));
    else {
      if (result !== null) limits += 1;
      records.push(refusedRecord(unpacked === null ? 'damaged' : 'parse-limit', { ...unknown, ...source }));
    }
  }
  return records;
}

const unknown = { mediaType: 'application/octet-stream', encoding: null };

function inArchive(record: ReportRecord, source: Partial<Source>): ReportRecord {
  return { ...record, source: { ...record.source, ...source } };
}
