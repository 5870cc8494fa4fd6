import type { AgencyLevel } from '../agency.ts';
import type { VersionHead } from '../record-store.ts';

/** An agency as it is known where the query met it. A report's head names the agency without its level. */
export interface AgencyNode {
  readonly id: string;
  readonly name: string;
  readonly divisionCode: string | null;
  readonly level: AgencyLevel | null | VersionHead;
}

/** The agency of a report, without another read. */
export function agencyOfHead(head: VersionHead): AgencyNode {
  return { id: head.agencyId, name: head.agencyName, divisionCode: head.divisionCode, level: head };
}
