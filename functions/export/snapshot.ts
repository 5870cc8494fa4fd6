import { createHash } from 'node:crypto';
import type { YearRequest } from '../../schema/record/exports/export-kind.ts';
import type { Exported } from '../../schema/record/exports/exported.ts';
import type { ListReader } from '../../schema/record/list-store.ts';
import { isHeadOfKind } from '../../schema/record/lists/agency-list.ts';
import type { RecordParts, RecordReader } from '../../schema/record/record-store.ts';
import type { VersionHead } from '../../schema/record/version-head.ts';

/** Records read at a time: all that is in memory of an export, however long it is. */
const pageSize = 25;

/** Records, some at a time, whole or without narrative texts. Throws where one is gone, so that no file lacks a record silently. */
export async function* readRecords(
  reader: ExportReader,
  heads: readonly VersionHead[],
  parts: RecordParts = { texts: true },
): AsyncGenerator<readonly Exported[]> {
  let next = readPage(reader, heads.slice(0, pageSize), parts);
  for (let at = 0; at < heads.length; at += pageSize) {
    const page = await next;
    // While one page is written the next one is read.
    next = readPage(reader, heads.slice(at + pageSize, at + 2 * pageSize), parts);
    // It is awaited above, or never where the reader of the file goes away.
    next.catch(() => undefined);
    yield page;
  }
}

async function readPage(reader: ExportReader, page: readonly VersionHead[], parts: RecordParts): Promise<Exported[]> {
  const records = page.length === 0 ? [] : await reader.records(page, parts);
  return page.map((head, at) => {
    const record = records[at];
    if (record == null) throw new Error(`The record of ${head.agencyId} for ${head.year} is gone.`);
    return { head, record };
  });
}

/** What exports are read from. */
export type ExportReader = Pick<ListReader, 'lists'> & Pick<RecordReader, 'records'>;

/** The same for the panel, which is read again year by year. */
export type PanelReader = ExportReader & Pick<RecordReader, 'versions'>;

/** The current records of a province and year at one moment. Versions never change, so what they say stays as it was. */
export interface Snapshot {
  /** Annual reports by division and name. */
  readonly reports: readonly VersionHead[];
  readonly plans: readonly VersionHead[];
  /** Changes with any of the records, and with the release that writes them. */
  readonly digest: string;
}

/** Counted up whenever the files of unchanged records change, so that a file of an earlier release is not taken for one of this. */
export const release = '2';

export async function takeSnapshot(
  reader: ExportReader,
  { province, year, ...filter }: Omit<YearRequest, 'what' | 'kind'>,
): Promise<Snapshot> {
  const lists = reader.lists();
  const [reports, plans] = await Promise.all([lists.reports(year, province), lists.plans(year, province)]);
  const ofProvince = (head: VersionHead) => head.agencyId.startsWith(province) && isHeadOfKind(head, filter);
  const heads = { reports: reports.lines.filter(ofProvince), plans: plans.lines.filter(ofProvince) };
  const hash = createHash('sha256').update(release);
  for (const { agencyId, kind, slot, version } of [...heads.reports, ...heads.plans]) {
    hash.update(JSON.stringify([agencyId, kind, slot, version]));
  }
  return { ...heads, digest: hash.digest('hex').slice(0, digestLength) };
}

/** Hexadecimal digits: enough that no two states of a province are ever taken for each other. */
export const digestLength = 32;
