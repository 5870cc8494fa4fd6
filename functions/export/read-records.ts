import type { Exported } from '../../schema/record/exports/exported.ts';
import type { VersionHead } from '../../schema/record/record-store.ts';
import type { ExportReader } from './snapshot.ts';

/** Records read at a time: all that is in memory of an export, however long it is. */
const pageSize = 25;

/** Whole records, some at a time. Throws where one is gone, so that no file lacks a record silently. */
export async function* readRecords(
  reader: ExportReader,
  heads: readonly VersionHead[],
): AsyncGenerator<readonly Exported[]> {
  let next = readPage(reader, heads, 0);
  for (let at = 0; at < heads.length; at += pageSize) {
    const page = await next;
    // While one page is written the next one is read.
    next = readPage(reader, heads, at + pageSize);
    // It is awaited above, or never where the reader of the file goes away.
    next.catch(() => undefined);
    yield page;
  }
}

async function readPage(reader: ExportReader, heads: readonly VersionHead[], from: number): Promise<Exported[]> {
  const page = heads.slice(from, from + pageSize);
  const records = page.length === 0 ? [] : await reader.records(page, { texts: true });
  return page.map((head, at) => {
    const record = records[at];
    if (record == null) throw new Error(`The record of ${head.agencyId} for ${head.year} is gone.`);
    return { head, record };
  });
}
