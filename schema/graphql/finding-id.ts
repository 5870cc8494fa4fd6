import { Agency } from '../agency.ts';
import type { ReviewRef } from '../review.ts';

const separator = '.';
const pattern = /^(?<agencyId>[^.]+)\.(?<year>\d{4})\.(?<key>[0-9a-f]{24})$/;

/** Id of a finding: opaque to clients, the same in every version of the report that has the same figures there. */
export function findingId({ agencyId, year, key }: ReviewRef): string {
  return [agencyId, year, key].join(separator);
}

/** Null for what was never an id of ours. */
export function parseFindingId(id: string): ReviewRef | null {
  const { agencyId = '', year = '', key = '' } = pattern.exec(id)?.groups ?? {};
  return Agency.shape.id.safeParse(agencyId).success ? { agencyId, year: Number(year), key } : null;
}
