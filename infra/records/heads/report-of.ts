import type { DocumentRef } from '../../../schema/record-store.ts';

/** The report under whose year comparisons and decisions stand. */
export function reportOf(agencyId: string, year: number): DocumentRef {
  return { agencyId, year, kind: 'annual-report', slot: '' };
}
