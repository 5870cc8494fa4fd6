import type { RawStore } from '../../infra/aws/raw-store.ts';
import { ingestionId } from '../../infra/aws/s3-message.ts';
import type { Semaphore } from '../../infra/semaphore.ts';
import type { Ingestion } from '../../schema/record/ingestion.ts';
import type { RecordWriter } from '../../schema/record/record-store.ts';
import { describeReading, type Untimed } from './describe-ingestion.ts';
import { fileReading } from './file-record.ts';
import type { Parse } from './parsing-worker.ts';
import { readObject } from './read-object.ts';
import type { ObjectNotice } from './s3-event.ts';
import { storeFilings } from './store-filings.ts';

/** What ingesting needs of the world. `now` is milliseconds since 1970. */
export interface IngestPorts {
  readonly raw: RawStore;
  readonly records: RecordWriter;
  readonly parse: Parse;
  /** Does reading and parsing one at a time, so that a batch of large documents needs the memory of one. */
  readonly inTurn: Semaphore;
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
  const reading = await ports.inTurn(async () => readObject(await ports.raw.read(notice), ports.parse, notice));
  const filings = fileReading(reading, notice, ports.parserVersion);
  const { whole, members } = describeReading(notice, reading, filings);
  const timed = (untimed: Untimed): Ingestion => {
    const finishedAt = ports.now();
    return {
      ...untimed,
      finishedAt: new Date(finishedAt).toISOString(),
      parserVersion: ports.parserVersion,
      milliseconds: finishedAt - startedAt,
    };
  };
  return storeFilings({ filings, known, describe: () => timed(whole), members: () => members.map(timed) }, ports);
}
