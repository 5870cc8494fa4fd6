import { createS3Client } from '../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../infra/aws/env.ts';
import { type ListedVersion, objectVersions } from '../infra/aws/object-versions.ts';
import { rawPrefix } from '../infra/aws/raw-store.ts';
import { ingestionId } from '../infra/aws/s3-message.ts';
import { createRecordReader } from '../infra/store/record-reader.ts';
import type { IngestedRecord, Ingestion } from '../schema/record/ingestion.ts';
import type { RecordReader } from '../schema/record/record-store.ts';
import type { VersionHead } from '../schema/record/version-head.ts';
import type { Target } from './target.ts';

/** A record of an upload, and what readers see in its place. */
interface TracedRecord {
  readonly record: IngestedRecord;
  /** As the current version names it; null where nothing is stored. */
  readonly agencyName: string | null;
  /** Whether readers see this record; false where they see another version; null where it was not stored. */
  readonly isCurrent: boolean | null;
  /** The document that readers see instead: its key, and the version of its record. */
  readonly instead: Pick<VersionHead, 'key' | 'version'> | null;
}

/** One version of an object on its way from the upload to what readers see. */
export interface TracedUpload {
  readonly upload: ListedVersion;
  /** Null while it waits in the queue, is in work, or is a dead letter. */
  readonly ingestion: Ingestion | null;
  /** Milliseconds from its arrival until it was begun to be read, of the last time that it was; null while it was not. */
  readonly waitedMs: number | null;
  readonly records: readonly TracedRecord[];
}

/** How many uploads are traced at once, the newest. */
const mostTraced = 20;

/**
 * Follows every version of the objects whose key begins with `key` (with or without `raw/`) to the records that readers see; the newest 20.
 * Bucket and table are asked directly: on a bad day the API may be what is broken.
 */
export async function traceUploads(target: Target, key: string): Promise<TracedUpload[]> {
  const settings = readEnv(AwsEnv, target.env);
  const [s3, dynamo] = [createS3Client(settings), createDynamoClient(settings)];
  const reader = createRecordReader({ dynamo, tableName: target.tableName });
  try {
    const prefix = key.startsWith(rawPrefix) ? key : `${rawPrefix}${key}`;
    const uploads = await objectVersions(s3, { bucket: target.bucket, prefix });
    const newest = uploads.toSorted((one, other) => (one.lastModified < other.lastModified ? 1 : -1));
    return await Promise.all(newest.slice(0, mostTraced).map((upload) => trace(upload, reader)));
  } finally {
    s3.destroy();
    dynamo.destroy();
  }
}

async function trace(upload: ListedVersion, reader: RecordReader): Promise<TracedUpload> {
  const ingestion = await reader.ingestion(ingestionId({ ...upload, sequencer: '' }));
  if (ingestion === null) return { upload, ingestion, waitedMs: null, records: [] };
  const begun = Date.parse(ingestion.finishedAt) - ingestion.milliseconds;
  return {
    upload,
    ingestion,
    waitedMs: Math.max(0, begun - Date.parse(ingestion.arrivedAt)),
    records: await Promise.all(ingestion.records.map((record) => traceRecord(record, reader))),
  };
}

async function traceRecord(record: IngestedRecord, reader: RecordReader): Promise<TracedRecord> {
  const { agencyId, year, kind, slot = '', version } = record;
  if (agencyId === null || version === null) return { record, agencyName: null, isCurrent: null, instead: null };
  const heads = (await reader.agencyWithHeads(agencyId))?.heads ?? [];
  const current = heads.find((head) => head.year === year && head.kind === kind && head.slot === slot) ?? null;
  const isCurrent = current?.version === version;
  return { record, agencyName: current?.agencyName ?? null, isCurrent, instead: isCurrent ? null : current };
}

/** Traces for people: a paragraph for each upload. */
export function traceText(traces: readonly TracedUpload[]): string {
  return traces.map((each) => uploadLines(each).join('\n')).join('\n\n');
}

function uploadLines({ upload, ingestion, waitedMs, records }: TracedUpload): string[] {
  const { key, versionId, size, lastModified } = upload;
  const head = [`${key}  ${size} bytes`, `  uploaded  ${lastModified}  version ${versionId}`];
  if (ingestion === null) {
    return [
      ...head,
      '  not ingested: it waits in the queue, is being read, or is a dead letter (gongkai status; gongkai redrive --dry-run)',
    ];
  }
  const { finishedAt, outcome, milliseconds, parserVersion, reasons, members = [] } = ingestion;
  const waited = `after ${((waitedMs ?? 0) / 1_000).toFixed(1)} s in the queue, in ${milliseconds.toFixed(0)} ms`;
  return [
    ...head,
    `  ingested  ${finishedAt}  ${outcome}, ${waited}, by parser ${parserVersion}`,
    ...reasons.map(({ code, message }) => `    ${code}: ${message.en}`),
    ...members.map((member) => `    ${member.path}: ${member.outcome}, ${member.findings} findings`),
    ...records.map(recordLine),
  ];
}

const kinds: Readonly<Record<IngestedRecord['kind'], string>> = {
  'annual-report': 'report',
  'work-plan': 'work plan',
  unrecognised: 'nothing that is recognised',
};

function recordLine({ record, agencyName, isCurrent, instead }: TracedRecord): string {
  const { kind, year, agencyId, outcome, findings } = record;
  const what = `  ${kinds[kind]}${year === null ? '' : ` ${year}`}${agencyId === null ? '' : ` of ${agencyName ?? agencyId}`}`;
  const counted = `${outcome}, ${findings} findings`;
  if (isCurrent === null) return `${what}: ${counted}; not stored`;
  if (isCurrent) return `${what}: ${counted}; this is what readers see`;
  if (instead === null) return `${what}: ${counted}; readers see nothing of it, for it was taken back`;
  return `${what}: ${counted}; readers see ${instead.key} instead, of which it is a copy or an earlier version`;
}
