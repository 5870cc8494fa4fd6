import type { Agency } from '../agency.ts';

/** An agency as it is known where the query met it. */
export type AgencyNode = Pick<Agency, 'id' | 'name' | 'divisionCode' | 'level'>;
