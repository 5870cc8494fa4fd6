import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { type Env, readEnv, SearchEnv } from '../../infra/aws/env.ts';
import { createExportStore } from '../../infra/aws/exports.ts';
import { createBucketSegments } from '../../infra/search/bucket-segments.ts';
import { createFolderSegments } from '../../infra/search/folder-segments.ts';
import { openSegments, type SegmentStore } from '../../infra/search/segments.ts';
import type { TextSearch } from '../../schema/record/text-search.ts';
import type { ExportReader } from '../export/snapshot.ts';
import { createTextSearch } from './text-search.ts';

/** The search of texts with what it holds, to be closed. */
export interface OpenedTextSearch {
  readonly search: TextSearch;
  close(): Promise<void>;
}

/** What a function may hold on its disk of 2 GB: twenty years of a province with 5,000 reports each. */
const mostBytes = 1_700_000_000;
/** A bucket is asked for a newer index at most so often; a folder costs nothing to look into. */
const [lookAgainMs, lookIntoFolderMs] = [2_000, 100];

/**
 * Opens the search where the environment names a place for indexes: a folder of this machine, `SEARCH_FOLDER`, or the bucket of a stack. Where
 * it names none, reports are read one by one.
 */
export async function openTextSearch(
  env: Env,
  reader: ExportReader,
  onFailure: (error: unknown) => void,
): Promise<OpenedTextSearch> {
  const settings = readEnv(SearchEnv, env);
  if (settings.SEARCH_FOLDER !== undefined) {
    const { buildSegment } = await import('./build-segment.ts');
    const build = (year: number, path: string, signal: AbortSignal) => buildSegment({ reader, year, signal }, path);
    const store = createFolderSegments(settings.SEARCH_FOLDER, build, onFailure);
    return opened(store, { lookAgainMs: lookIntoFolderMs, onFailure });
  }
  if (settings.BUCKET_NAME === undefined) return { search: createTextSearch(null), close: async () => undefined };
  const s3 = createS3Client(settings);
  const store = createBucketSegments(s3, settings.BUCKET_NAME, createExportStore(s3, settings.BUCKET_NAME));
  const { search, close } = opened(store, { lookAgainMs, onFailure });
  return { search, close: () => close().finally(() => s3.destroy()) };
}

interface Opening {
  readonly lookAgainMs: number;
  readonly onFailure: (error: unknown) => void;
}

function opened(store: SegmentStore, { lookAgainMs: again, onFailure }: Opening): OpenedTextSearch {
  const segments = openSegments(store, { mostBytes, lookAgainMs: again }, onFailure);
  return { search: createTextSearch(segments), close: () => segments.close() };
}
