import type { ReportRecord } from '../../../schema/record/report.ts';
import { cut, joined } from '../pieces.ts';
import { type CompactTables, compactTables, expandTables } from './compact-tables.ts';

/** Between speed and size: higher levels take many times as long and save some hundredths. */
const level = 12;

/** A record in its two stored halves, each compressed and cut into pieces an item can hold. */
export interface StoredBody {
  readonly DATA: readonly Uint8Array[];
  readonly TEXT: readonly Uint8Array[];
}

interface Texts {
  readonly preamble: string;
  readonly sections: readonly string[];
}

/** A record without its texts, and its tables without names. */
interface Data extends Omit<ReportRecord, 'tables'> {
  readonly tables: CompactTables;
}

/** Parts a record: narrative texts, which most questions do without, from everything else. */
export function encodeBody(record: ReportRecord): StoredBody {
  const texts: Texts = { preamble: record.preamble, sections: record.sections.map(({ text }) => text) };
  return { DATA: cut(JSON.stringify(dataOf(record)), level), TEXT: cut(JSON.stringify(texts), level) };
}

/** The record again, whole; with empty texts where only its data was read. */
export function decodeBody(data: readonly Uint8Array[], text: readonly Uint8Array[] | null): ReportRecord {
  // What is read back is what `encodeBody` made of a validated record: checking 200 cells again would double the time of a query.
  const stored = JSON.parse(joined(data)) as Data;
  const record: ReportRecord = { ...stored, tables: expandTables(stored.tables) };
  if (text === null) return record;
  // Written by `encodeBody`, as above.
  return withTexts(record, JSON.parse(joined(text)) as Texts);
}

function dataOf(record: ReportRecord): Data {
  return { ...withTexts(record, noTexts), tables: compactTables(record.tables) };
}

const noTexts: Texts = { preamble: '', sections: [] };

function withTexts(record: ReportRecord, texts: Texts): ReportRecord {
  const sections = record.sections.map((section, index) => ({ ...section, text: texts.sections[index] ?? '' }));
  return { ...record, preamble: texts.preamble, sections };
}
