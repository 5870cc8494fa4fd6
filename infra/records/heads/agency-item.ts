import { Agency } from '../../../schema/agency.ts';
import { agencyIndexKeys, agencyKey } from '../../table.ts';
import type { Item } from '../batch.ts';
import type { RankedItem } from '../put-if-newer.ts';

/** What is known of an agency, from the newest version of its newest year. */
export function agencyItem(agency: Agency, year: number, rank: string): RankedItem {
  return { ...agencyKey(agency.id), ...agencyIndexKeys(agency), ...agency, rank: `${year}#${rank}` };
}

/** Throws where an item is not an agency. */
export function agencyOf(item: Item): Agency {
  return Agency.parse(item);
}
