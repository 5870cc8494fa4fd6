import type { Ingestion } from '../../schema/record/ingestion.ts';
import type { VersionRef } from '../../schema/record/record-store.ts';
import type { FiledRecord } from './file-record.ts';

/** A version with the place where it was filed. */
export type FiledVersion = VersionRef;

/** What a reading files. */
export function filedBy(filings: readonly FiledRecord[]): FiledVersion[] {
  return filings.flatMap((filing) => (filing.filed ? [filing.head] : []));
}

/** What an earlier reading of the same object version filed, as its ingestion remembers. */
export function versionsOf({ records }: Ingestion): FiledVersion[] {
  return records.flatMap(({ kind, agencyId, year, version, slot = '' }) =>
    kind === 'unrecognised' || agencyId === null || year === null || version === null
      ? []
      : [{ kind, agencyId, year, version, slot }],
  );
}

/** Of these versions those whose place is none of the others': the same agency, year, kind and plan. */
export function notAmong(others: readonly FiledVersion[], versions: readonly FiledVersion[]): FiledVersion[] {
  const places = new Set(others.map(placeOf));
  return versions.filter((version) => !places.has(placeOf(version)));
}

function placeOf({ agencyId, year, kind, slot }: FiledVersion): string {
  return [agencyId, year, kind, slot].join(' ');
}
