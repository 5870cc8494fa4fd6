import { z } from 'zod';
import { isDocument } from '../aws/raw-store.ts';
import { ingestionId } from '../aws/s3-message.ts';
import type { TableClient } from '../store/calls.ts';
import { batchGet } from '../store/calls.ts';
import { ingestionKey } from '../store/table.ts';
import type { ObjectVersion } from './s3/object-version.ts';

const Key = z.object({ pk: z.string() });

/**
 * Object versions that were never ingested: those whose message was in the queue, or in work, when the process ended, and
 * those it was killed before telling of. What is no document is never ingested and is not among them.
 */
export async function versionsNotIngested(
  table: TableClient,
  versions: readonly ObjectVersion[],
): Promise<ObjectVersion[]> {
  const candidates = versions.filter(isDocument);
  const items = await batchGet(table, candidates.map(keyOf), true);
  const ingested = new Set(items.map((item) => Key.parse(item).pk));
  return candidates.filter((version) => !ingested.has(keyOf(version).pk));
}

function keyOf(version: ObjectVersion) {
  return ingestionKey(ingestionId({ ...version, sequencer: version.versionId }));
}
