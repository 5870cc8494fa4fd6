import type { Ingestion } from '../../schema/record/ingestion.ts';
import type { RecordWriter, RecordWrites } from '../../schema/record/record-store.ts';
import { carryReviews } from './carry-reviews.ts';
import type { FiledRecord } from './file-record.ts';
import { type FiledVersion, filedBy, notAmong, versionsOf } from './file-record.ts';
import { isNewerParser, type SettledYear, settleYear } from './settle-year.ts';

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
  /** What happened to each file of an archive; none for any other object. */
  readonly members: () => readonly Ingestion[];
}

/**
 * Stores the records of a reading, takes back those of an older parser's reading that this one files elsewhere, settles how
 * the reports compare, and stores what happened last. Decisions on findings go where their document goes. Where another delivery has stored its own meanwhile, it begins again
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
  { filings, describe, members }: ReadObjectVersion,
  ports: StorePorts,
): Promise<Ingestion | null> {
  const [ours, theirs] = [filedBy(filings), known === null ? [] : versionsOf(known)];
  if (known !== null && isNewerParser(known.parserVersion, ports.parserVersion)) {
    await ports.records.change((writes) => takeBack(notAmong(theirs, ours), { ...ports, writes }));
    return known;
  }
  await ports.records.change(async (writes) => {
    for (const filing of filings) {
      if (filing.filed) await writes.putRecord(filing.head, filing.record);
    }
    const moved = filings.flatMap((filing) =>
      filing.filed && notAmong(theirs, [filing.head]).length > 0 ? [filing] : [],
    );
    for (const left of notAmong(ours, theirs)) await carryReviews(left, moved, { ...ports, writes });
    await takeBack(notAmong(ours, theirs), { ...ports, writes });
    await settle(ours, { ...ports, writes });
  });
  for (const member of members()) await storeMember(member, ports);
  const ingestion = describe();
  return (await ports.records.putIngestion(ingestion, known)) ? ingestion : null;
}

/** The archive's own ingestion is stored after those of its files, so that whoever was cut off begins again. */
async function storeMember(member: Ingestion, ports: StorePorts): Promise<void> {
  for (let isStored = false; !isStored; ) {
    const known = await ports.records.ingestion(member.id);
    if (known !== null && isNewerParser(known.parserVersion, ports.parserVersion)) return;
    isStored = await ports.records.putIngestion(member, known);
  }
}

interface ChangePorts extends StorePorts {
  readonly writes: RecordWrites;
}

async function takeBack(versions: readonly FiledVersion[], ports: ChangePorts): Promise<void> {
  for (const version of versions) await ports.writes.retract(version);
  await settle(versions, ports);
}

/** Each year once, however many versions of it there are. Only annual reports are compared. */
async function settle(versions: readonly FiledVersion[], ports: ChangePorts): Promise<void> {
  const years = new Map<string, SettledYear>();
  for (const { kind, agencyId, year } of versions) {
    if (kind === 'annual-report') years.set(`${agencyId} ${year}`, { agencyId, year });
  }
  for (const year of years.values()) await settleYear(year, ports);
}
