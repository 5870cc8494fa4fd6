import { createHash } from 'node:crypto';
import type { RawMetadata, RawObject } from '../../infra/aws/raw-store.ts';
import { isReportName } from '../../parser/locate/report-title.ts';
import { unpackMembers } from '../../parser/read/archive/read-archive.ts';
import type { ParseHints } from '../../parser/records.ts';
import { refusedRecord } from '../../parser/records.ts';
import { reason } from '../../schema/law/vocabulary/reasons.ts';
import { dayInChina } from '../../schema/record/calendar.ts';
import type { Reason } from '../../schema/record/reason.ts';
import { ReportRecord, type Source } from '../../schema/record/report.ts';
import type { Parse } from './parsing-worker.ts';
import type { ObjectNotice } from './s3-event.ts';

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
    const own = { ...hints, ...namedBy(path) };
    const result = unpacked === null || limits > mostLimits ? null : await parse(unpacked, own);
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

/** What came out of an object: records, or the reasons why there are none. Facts of the object are null where unknown. */
export interface ObjectReading {
  readonly records: readonly ReportRecord[];
  readonly reasons: readonly Reason[];
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly hints: ParseHints;
  /** When the sender fetched it, ISO 8601; null where nobody says it. */
  readonly fetchedAt: string | null;
}

/**
 * Reads a raw object's records. Gone, too large and too hard to parse are reasons for a rejection; a record that is no
 * valid record is a fault of the parser and throws. It arrived at `eventTime` under `key`.
 */
export async function readObject(
  raw: RawObject,
  parse: Parse,
  { key, eventTime }: Pick<ObjectNotice, 'key' | 'eventTime'>,
): Promise<ObjectReading> {
  if (raw.state === 'missing') return rejection({ reasons: [reason('object-deleted')] });
  const hints = { ...hintsOf(raw.metadata), ...namedBy(key), receivedOn: dayInChina(new Date(eventTime)) };
  const { fetchedAt } = raw.metadata;
  if (raw.state === 'too-large')
    return rejection({ reasons: [reason('too-large')], bytes: raw.size, hints, fetchedAt });
  const facts = { bytes: raw.size, hints, fetchedAt, sha256: createHash('sha256').update(raw.bytes).digest('hex') };
  const result = await parse(raw.bytes, hints);
  const isLimit = result.state === 'limit';
  const records = isLimit ? await parseMembers({ ...facts, bytes: raw.bytes }, parse) : result.records;
  if (records.length === 0) return rejection({ reasons: [reason(isLimit ? 'parse-limit' : 'no-report')], ...facts });
  return { records: records.map((record) => ReportRecord.parse(record)), reasons: [], ...facts };
}

function rejection(known: Partial<ObjectReading>): ObjectReading {
  return { records: [], reasons: [], sha256: null, bytes: null, hints: {}, fetchedAt: null, ...known };
}

/** A file's name is evidence where it is the title of a report. */
export function namedBy(path: string): Pick<ParseHints, 'fileName'> {
  const fileName = path.split('/').at(-1) ?? '';
  return isReportName(fileName) ? { fileName } : {};
}

function hintsOf({ sourceUrl, agency, publishedOn }: RawMetadata): ParseHints {
  return {
    ...(sourceUrl === null ? {} : { sourceUrl }),
    ...(agency === null ? {} : { agency }),
    ...(publishedOn === null ? {} : { publishedOn }),
  };
}
