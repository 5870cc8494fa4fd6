import { ingestionId } from '../../infra/ingestion-id.ts';
import type { RawStore } from '../../infra/raw-store.ts';
import type { Ingestion } from '../../schema/ingestion.ts';
import type { RecordWriter } from '../../schema/record-store.ts';
import { type FiledRecord, fileRecord, ingestedRecord } from './file-record.ts';
import type { ObjectNotice } from './object-notice.ts';
import { outcomeOf } from './outcome.ts';
import type { Parse } from './parse-result.ts';
import { type ObjectReading, readObject } from './read-object.ts';
import { recordVersion } from './version.ts';

/** What ingesting needs of the world. `now` is milliseconds since 1970. */
export interface IngestPorts {
  readonly raw: RawStore;
  readonly records: RecordWriter;
  readonly parse: Parse;
  readonly parserVersion: string;
  readonly now: () => number;
}

/**
 * Ingests one object version: reads it, parses it, stores its records, and last stores what happened, once. The same
 * version delivered again, in whatever order and after whatever crash, leaves the same table. A fault of the document
 * ends as a rejection; a fault of a service or of the parser throws, and the queue delivers again.
 */
export async function ingest(notice: ObjectNotice, ports: IngestPorts): Promise<Ingestion> {
  const known = await ports.records.ingestion(ingestionId(notice));
  if (known?.parserVersion === ports.parserVersion) return known;

  const startedAt = ports.now();
  const raw = await ports.raw.read(notice);
  const reading = await readObject(raw, ports.parse);
  const filings = fileAll(reading, notice, ports.parserVersion);
  for (const filing of filings) {
    if (filing.filed) await ports.records.putRecord(filing.head, filing.agency, filing.record);
  }

  const ingestion = describe(notice, reading, filings);
  const finishedAt = ports.now();
  const timed: Ingestion = {
    ...ingestion,
    finishedAt: new Date(finishedAt).toISOString(),
    parserVersion: ports.parserVersion,
    milliseconds: finishedAt - startedAt,
  };
  await ports.records.putIngestion(timed);
  return timed;
}

function fileAll(
  { records, sha256, hints }: ObjectReading,
  notice: ObjectNotice,
  parserVersion: string,
): FiledRecord[] {
  return records.map((record, index) => {
    const origin = { sha256: sha256 ?? record.source.sha256, parserVersion, index, hints };
    return fileRecord(record, recordVersion(origin), notice);
  });
}

type Untimed = Omit<Ingestion, 'finishedAt' | 'parserVersion' | 'milliseconds'>;

function describe(notice: ObjectNotice, reading: ObjectReading, filings: readonly FiledRecord[]): Untimed {
  const { bucket, key, versionId, sequencer } = notice;
  const records = filings.map(ingestedRecord);
  return {
    ...{ id: ingestionId(notice), bucket, key, versionId, sequencer },
    arrivedAt: new Date(notice.eventTime).toISOString(),
    outcome: outcomeOf(records),
    reasons: [...reading.reasons, ...filings.flatMap((filing) => (filing.filed ? [] : filing.reasons))],
    findings: records.reduce((sum, { findings }) => sum + findings, 0),
    records,
    sha256: reading.sha256,
    bytes: reading.bytes,
    mediaType: reading.records[0]?.source.mediaType ?? null,
    sourceUrl: reading.hints.sourceUrl ?? null,
  };
}
