import { availableParallelism } from 'node:os';
import type { FiledRecord } from '../../functions/ingest/file-record.ts';
import { fileReading, versionsOf } from '../../functions/ingest/file-record.ts';
import type { Parse } from '../../functions/ingest/parsing-worker.ts';
import { createParsingPool } from '../../functions/ingest/parsing-worker.ts';
import { readObject } from '../../functions/ingest/read-object.ts';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { IngestEnv, readEnv } from '../../infra/aws/env.ts';
import { createRawStore, type RawStore } from '../../infra/aws/raw-store.ts';
import { inParallel } from '../../infra/aws/retry.ts';
import { encodeBody } from '../../infra/store/bodies/body.ts';
import { readBodies } from '../../infra/store/bodies/read-bodies.ts';
import type { TableClient } from '../../infra/store/calls.ts';
import type { KnownVersion } from '../../infra/store/known-versions.ts';
import { parserVersion } from '../../parser/version.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { VersionRef } from '../../schema/record/version-head.ts';
import type { Target } from '../target.ts';
import { comparisonChanges, type ReadReport, type Rereading, recordChanges } from './changes.ts';
import type { Differences, ObjectChange } from './difference-summary.ts';

/** Object versions whose stored records are fetched together: as many as two batches hold. */
const together = 100;
/** Documents under way for each parsing thread: while one is parsed the next is fetched. */
const ahead = 2;

const parseWorker = new URL('../../functions/ingest/parse-worker.ts', import.meta.url);

/** Told after each object version. */
type OnDone = (version: KnownVersion) => void;

/**
 * Reads object versions again with the parser and the rules of this program, writes nothing, and tells in what the records
 * differ from those stored, and what their years and versions would say otherwise of each other. Parses on every core. A fault of
 * the parser ends it.
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
    cpuMs: settings.PARSE_CPU_MS,
    memoryMb: settings.PARSE_MEMORY_MB,
  });
  const raw = createRawStore(s3, settings.MAX_OBJECT_BYTES);
  const table = { dynamo, tableName: target.tableName };
  try {
    const changes: ObjectChange[] = [];
    const rereadings: Rereading[] = [];
    for (let start = 0; start < versions.length; start += together) {
      const some = await withStored(table, versions.slice(start, start + together));
      const found = await inParallel(some, threads * ahead, async (each) => {
        const reread = await readAgain(each, { raw, parse: pool.parse });
        onDone(each.version);
        return reread;
      });
      changes.push(...found.map(({ change }) => change).filter(({ records }) => records.length > 0));
      rereadings.push(...found.map(({ rereading }) => rereading));
    }
    return { read: versions.length, parserVersion, changes, comparisons: await comparisonChanges(table, rereadings) };
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

interface ReadAgain {
  readonly change: ObjectChange;
  readonly rereading: Rereading;
}

async function readAgain({ version, stored }: WithStored, { raw, parse }: Reading): Promise<ReadAgain> {
  const { version: object, ingestion } = version;
  const arrival = {
    eventTime: ingestion?.arrivedAt ?? object.lastModified,
    sequencer: ingestion?.sequencer ?? object.ordinal.toString(16),
  };
  const reading = await readObject(await raw.read(object), parse, { key: object.key, eventTime: arrival.eventTime });
  const filed = fileReading(reading, { ...object, ...arrival }, parserVersion).filter(isFiled);
  const records = recordChanges(
    stored,
    filed.map(({ record }) => record),
  );
  return {
    change: {
      key: object.key,
      versionId: object.versionId,
      parserVersion: ingestion?.parserVersion ?? null,
      records,
    },
    rereading: {
      key: object.key,
      versionId: object.versionId,
      stored: ingestion === null ? [] : versionsOf(ingestion).filter(isReport),
      read: filed.filter(({ head }) => isReport(head)).map(compressed),
    },
  };
}

type Filed = Extract<FiledRecord, { filed: true }>;

function isFiled(filing: FiledRecord): filing is Filed {
  return filing.filed;
}

function isReport({ kind }: Pick<VersionRef, 'kind'>): boolean {
  return kind === 'annual-report';
}

function compressed({ head, record }: Filed): ReadReport {
  return { head, body: encodeBody(record) };
}
