import { ingestionId } from '../../infra/ingestion-id.ts';
import type { RawStore } from '../../infra/raw-store.ts';
import type { Ingestion } from '../../schema/ingestion.ts';
import type { RecordWriter } from '../../schema/record-store.ts';
import { type FiledRecord, fileRecord, ingestedRecord } from './file-record.ts';
import type { ObjectNotice } from './object-notice.ts';
import { outcomeOf } from './outcome.ts';
import type { Parse } from './parse-result.ts';
import { type ObjectReading, readObject } from './read-object.ts';
import { storeFilings } from './store-filings.ts';
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
  if (known?.parserVersion === ports.parserVersion && !notice.force) return known;

  const startedAt = ports.now();
  const raw = await ports.raw.read(notice);
  const reading = await readObject(raw, ports.parse);
  const filings = fileAll(reading, notice, ports.parserVersion);
  const untimed = describe(notice, reading, filings);
  const timed = (): Ingestion => {
    const finishedAt = ports.now();
    return {
      ...untimed,
      finishedAt: new Date(finishedAt).toISOString(),
      parserVersion: ports.parserVersion,
      milliseconds: finishedAt - startedAt,
    };
  };
  return storeFilings({ filings, known, describe: timed }, ports);
}

function fileAll(
  { records, sha256, hints }: ObjectReading,
  notice: ObjectNotice,
  parserVersion: string,
): FiledRecord[] {
  return records.map((record, index) => {
    const origin = { sha256: sha256 ?? record.source.sha256, parserVersion, index, hints };
    const filing = fileRecord(record, recordVersion(origin), notice);
    return filing.filed ? { ...filing, head: { ...filing.head, sha256: origin.sha256 } } : filing;
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
