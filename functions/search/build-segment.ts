import { rm } from 'node:fs/promises';
import { createSegment, type IndexedText, type SegmentWriter } from '../../infra/search/segment-file.ts';
import { indexWords, unitsOf } from '../../parser/search/units.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { keyOfText, textOfRecord } from '../../schema/record/text-search.ts';
import type { VersionHead } from '../../schema/record/version-head.ts';
import { type ExportReader, readRecords } from '../export/snapshot.ts';

/** What an index of a year is made of. */
export interface SegmentSource {
  readonly reader: ExportReader;
  readonly year: number;
  /** Ends the work: what there is of the file is of no use then. */
  readonly signal?: AbortSignal;
}

/**
 * Writes the index of the current reports of a year into a file; where an index is there already, adds what it lacks, or begins anew where
 * most of it is of versions that are current no more. Between one page of reports and the next, other work of the process goes on.
 */
export async function buildSegment({ reader, year, signal }: SegmentSource, path: string): Promise<void> {
  const { lines } = await reader.lists({ current: true }).reports(year);
  const segment = await begin(path, lines);
  try {
    const missing = lines.filter((head) => !segment.has(head));
    for await (const page of readRecords(reader, missing)) {
      signal?.throwIfAborted();
      for (const { head, record } of page) segment.add(head, indexedTexts(record));
    }
    while (segment.merge()) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
  } finally {
    segment.close();
  }
}

async function begin(path: string, lines: readonly VersionHead[]): Promise<SegmentWriter> {
  const before = createSegment(path);
  const current = lines.filter((head) => before.has(head)).length;
  if (before.size <= 2 * current || before.size === 0) return before;
  before.close();
  await rm(path);
  return createSegment(path);
}

/** The texts of a report that have words. */
function indexedTexts(record: ReportRecord): IndexedText[] {
  return Array.from({ length: record.sections.length + 1 }, (_, text) => ({
    text,
    key: keyOfText(record, text) ?? '',
    words: indexWords(unitsOf(textOfRecord(record, text))).join(' '),
  })).filter(({ words }) => words !== '');
}
