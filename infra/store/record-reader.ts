import type { ListReader } from '../../schema/record/list-store.ts';
import { agencyPage } from '../../schema/record/lists/agency-list.ts';
import { reportPage } from '../../schema/record/lists/report-list.ts';
import type { RecordReader } from '../../schema/record/record-store.ts';
import { type BodyCache, createBodyCache, readBodies } from './bodies/read-bodies.ts';
import type { TableClient } from './calls.ts';
import { readAgencySnapshots } from './heads/agency-snapshot.ts';
import { agencyWithHeads, reportVersions } from './heads/agency-years.ts';
import { readReviews } from './heads/review-store.ts';
import { ingestionList, queryPage, readIngestion } from './ingestions.ts';
import { createListCache, createLists, type ListCache } from './lists/list-cache.ts';

/**
 * Reads the table: an agency with its years in one call, the bodies of many years in one more. Records are kept in the process for
 * good; lists are kept too and brought up to date by one Query, as soon as they may be more than `listsBehindMs` behind.
 */
export function createRecordReader(
  table: TableClient,
  listsBehindMs = 0,
  { lists: cache, bodies }: ReaderCaches = createReaderCaches(usualSizes),
): RecordReader & ListReader {
  const lists = ({ current } = { current: false }) =>
    createLists({ table, cache, behindMs: current ? 0 : listsBehindMs });
  return {
    agencyWithHeads: (id) => agencyWithHeads(table, id),
    records: (refs, parts) => readBodies(table, refs, { ...parts, cache: bodies }),
    versions: (agencyId, year) =>
      reportVersions(table, { document: { agencyId, year, kind: 'annual-report', slot: '' }, consistent: false }),
    reviews: (refs) => readReviews(table, refs),
    lists,
    agencySnapshots: (ids) => readAgencySnapshots(table, ids),
    agencies: (filter, page) => agencyPage(lists(), filter, page),
    reports: (filter, page) => reportPage(lists(), { filter, order: null }, page),
    ingestion: (id) => readIngestion(table, id),
    ingestions: (filter, page) => queryPage(table, ingestionList(filter), page),
  };
}

/** What a reader keeps in memory. Readers of several tables may share it. */
export interface ReaderCaches {
  readonly lists: ListCache;
  readonly bodies: BodyCache;
}

/** How much is kept. */
export interface CacheSizes {
  /** Lines of the lists kept, see `createListCache`. */
  readonly lines: number;
  /** Stored bytes of the records kept, see `createBodyCache`; 0 keeps none. */
  readonly bodyBytes: number;
}

export function createReaderCaches({ lines, bodyBytes }: CacheSizes): ReaderCaches {
  return { lists: createListCache(lines), bodies: createBodyCache(bodyBytes) };
}

/** A dozen years of a province, or about 180 MB of memory, and some four hundred reports with their texts, or about 100 MB. */
export const usualSizes: CacheSizes = { lines: 60_000, bodyBytes: 4 * 1024 * 1024 };
