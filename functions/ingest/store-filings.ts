import type { Ingestion } from '../../schema/ingestion.ts';
import type { RecordWriter } from '../../schema/record-store.ts';
import type { FiledRecord } from './file-record.ts';
import { type FiledVersion, filedBy, notAmong, versionsOf } from './filed-version.ts';
import { isNewerParser } from './parser-order.ts';
import { type SettledYear, settleYear } from './settle-year.ts';

/** What storing needs: the table, and the parser that read. */
export interface StorePorts {
  readonly records: RecordWriter;
  readonly parserVersion: string;
}

/** One reading of an object version. */
export interface ReadObjectVersion {
  readonly filings: readonly FiledRecord[];
  /** What was known of the object version before it was read. */
  readonly known: Ingestion | null;
  /** What happened, to be stored when all else is. */
  readonly describe: () => Ingestion;
}

/**
 * Stores the records of a reading, takes back those of an older parser's reading that this one files elsewhere, settles how
 * the reports compare, and stores what happened last. Where another delivery has stored its own meanwhile, it begins again
 * from that. A reading by an older parser than the one on record stands back: what it has filed alone is taken back.
 */
export async function storeFilings(reading: ReadObjectVersion, ports: StorePorts): Promise<Ingestion> {
  for (let known = reading.known; ; known = await ports.records.ingestion(reading.describe().id)) {
    const isAnothers = known !== reading.known && known?.parserVersion === ports.parserVersion;
    if (known !== null && isAnothers) return known;
    const stored = await storeOver(known, reading, ports);
    if (stored !== null) return stored;
  }
}

/** Null where what was known has changed in the meantime. */
async function storeOver(
  known: Ingestion | null,
  { filings, describe }: ReadObjectVersion,
  ports: StorePorts,
): Promise<Ingestion | null> {
  const [ours, theirs] = [filedBy(filings), known === null ? [] : versionsOf(known)];
  if (known !== null && isNewerParser(known.parserVersion, ports.parserVersion)) {
    await takeBack(notAmong(theirs, ours), ports);
    return known;
  }
  for (const filing of filings) {
    if (filing.filed) await ports.records.putRecord(filing.head, filing.agency, filing.record);
  }
  await takeBack(notAmong(ours, theirs), ports);
  await settle(ours, ports);
  const ingestion = describe();
  return (await ports.records.putIngestion(ingestion, known)) ? ingestion : null;
}

async function takeBack(versions: readonly FiledVersion[], ports: StorePorts): Promise<void> {
  for (const version of versions) await ports.records.retract(version);
  await settle(versions, ports);
}

/** Each year once, however many versions of it there are. Only annual reports are compared. */
async function settle(versions: readonly FiledVersion[], ports: StorePorts): Promise<void> {
  const years = new Map<string, SettledYear>();
  for (const { kind, agencyId, year } of versions) {
    if (kind === 'annual-report') years.set(`${agencyId} ${year}`, { agencyId, year });
  }
  for (const year of years.values()) await settleYear(year, ports);
}
