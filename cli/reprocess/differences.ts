import { availableParallelism } from 'node:os';
import { fileRecord } from '../../functions/ingest/file-record.ts';
import { versionsOf } from '../../functions/ingest/filed-version.ts';
import type { Parse } from '../../functions/ingest/parse-result.ts';
import { createParsingPool } from '../../functions/ingest/parsing-pool.ts';
import { readObject } from '../../functions/ingest/read-object.ts';
import { createDynamoClient, createS3Client } from '../../infra/aws-clients.ts';
import { IngestEnv, readEnv } from '../../infra/env.ts';
import { inParallel } from '../../infra/in-parallel.ts';
import type { KnownVersion } from '../../infra/known-versions.ts';
import { createRawStore, type RawStore } from '../../infra/raw-store.ts';
import { readBodies } from '../../infra/records/read-bodies.ts';
import type { TableClient } from '../../infra/records/table-client.ts';
import { parserVersion } from '../../parser/version.ts';
import type { ReportRecord } from '../../schema/report.ts';
import type { Target } from '../target.ts';
import type { Differences, ObjectChange } from './difference-summary.ts';
import { recordChanges } from './record-change.ts';

/** Object versions whose stored records are fetched together: as many as two batches hold. */
const together = 100;
/** Documents under way for each parsing thread: while one is parsed the next is fetched. */
const ahead = 2;

const parseWorker = new URL('../../functions/ingest/parse-worker.ts', import.meta.url);

/** Told after each object version. */
type OnDone = (version: KnownVersion) => void;

/**
 * Reads object versions again with the parser and the rules of this program, writes nothing, and tells in what the records
 * differ from those stored. Parses on every core. A fault of the parser ends it.
 */
export async function findDifferences(
  target: Target,
  versions: readonly KnownVersion[],
  onDone: OnDone,
): Promise<Differences> {
  const settings = readEnv(IngestEnv, { ...target.env, TABLE_NAME: target.tableName });
  const [s3, dynamo] = [createS3Client(settings), createDynamoClient(settings)];
  const threads = availableParallelism();
  const pool = createParsingPool(threads, {
    module: parseWorker,
    timeoutMs: settings.PARSE_TIMEOUT_MS,
    heapMb: settings.PARSE_HEAP_MB,
  });
  const raw = createRawStore(s3, settings.MAX_OBJECT_BYTES);
  const table = { dynamo, tableName: target.tableName };
  try {
    const changes: ObjectChange[] = [];
    for (let start = 0; start < versions.length; start += together) {
      const some = await withStored(table, versions.slice(start, start + together));
      const found = await inParallel(some, threads * ahead, async (each) => {
        const change = await changeOf(each, { raw, parse: pool.parse });
        onDone(each.version);
        return change;
      });
      changes.push(...found.filter(({ records }) => records.length > 0));
    }
    return { read: versions.length, parserVersion, changes };
  } finally {
    await pool.close();
    s3.destroy();
    dynamo.destroy();
  }
}

interface WithStored {
  readonly version: KnownVersion;
  readonly stored: readonly ReportRecord[];
}

/** What is stored of each version, as its ingestion remembers. */
async function withStored(table: TableClient, versions: readonly KnownVersion[]): Promise<WithStored[]> {
  const refs = versions.map(({ ingestion }) => (ingestion === null ? [] : versionsOf(ingestion)));
  const bodies = await readBodies(table, refs.flat(), { texts: true });
  let at = 0;
  return versions.map((version, index) => {
    const count = refs[index]?.length ?? 0;
    at += count;
    return { version, stored: bodies.slice(at - count, at).filter((body) => body !== null) };
  });
}

interface Reading {
  readonly raw: RawStore;
  readonly parse: Parse;
}

async function changeOf({ version, stored }: WithStored, { raw, parse }: Reading): Promise<ObjectChange> {
  const { version: object, ingestion } = version;
  const { records } = await readObject(await raw.read(object), parse);
  const notice = { ...object, sequencer: '0', eventTime: ingestion?.arrivedAt ?? object.lastModified };
  const read = records.filter((record) => fileRecord(record, object.versionId, notice).filed);
  return {
    key: object.key,
    versionId: object.versionId,
    parserVersion: ingestion?.parserVersion ?? null,
    records: recordChanges(stored, read),
  };
}
