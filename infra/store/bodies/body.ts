import { z } from 'zod';
import type { ReportRecord } from '../../../schema/record/report.ts';
import type { VersionRef } from '../../../schema/record/version-head.ts';
import { cut, type Item, joined } from '../calls.ts';
import { type BodyPart, bodyKey } from '../table.ts';
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

/** One piece of a body. `of` is how many pieces its part has, so the first piece tells a reader whether to ask for more. */
export const BodyItem = z.object({
  pk: z.string(),
  sk: z.string(),
  of: z.int().positive(),
  bytes: z.instanceof(Uint8Array),
});
export type BodyItem = z.infer<typeof BodyItem>;

/** Every item of a version's body. */
export function bodyItems(ref: VersionRef, record: ReportRecord): Item[] {
  const body = encodeBody(record);
  return [...itemsOf(ref, 'DATA', body.DATA), ...itemsOf(ref, 'TEXT', body.TEXT)];
}

function itemsOf(ref: VersionRef, part: BodyPart, pieces: readonly Uint8Array[]): Item[] {
  return pieces.map((bytes, index) => ({ ...bodyKey(ref, part, index), of: pieces.length, bytes }));
}
