import type { S3Client } from '@aws-sdk/client-s3';
import type { Ingestion } from '../../schema/record/ingestion.ts';
import { type ListedVersion, objectVersions, type VersionsUnder } from '../aws/object-versions.ts';
import { isDocument } from '../aws/raw-store.ts';
import { ingestionId } from '../aws/s3-message.ts';
import type { TableClient } from './calls.ts';
import { readIngestions } from './ingestions.ts';

/** An object version that exists, with what happened to it; null where nothing has yet. */
export interface KnownVersion {
  readonly version: ListedVersion;
  readonly ingestion: Ingestion | null;
}

/** Versions of the documents under a prefix, each with its ingestion. Asks the bucket for what is there and the table for the rest. */
export async function knownVersions(s3: S3Client, table: TableClient, under: VersionsUnder): Promise<KnownVersion[]> {
  const versions = (await objectVersions(s3, under)).filter(isDocument).map((version) => ({
    version,
    id: ingestionId({ ...version, sequencer: '' }),
  }));
  const ingestions = await readIngestions(
    table,
    versions.map(({ id }) => id),
  );
  return versions.map(({ version, id }) => ({ version, ingestion: ingestions.get(id) ?? null }));
}
