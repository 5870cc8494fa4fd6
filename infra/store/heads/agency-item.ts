import { Agency } from '../../../schema/record/agency.ts';
import type { Item } from '../batch.ts';
import type { RankedItem } from '../put-if-newer.ts';
import { agenciesPartition, agencyIndexKeys, agencyKey, changeIndexKeys } from '../table.ts';

/** What is known of an agency as of now, from the newest version of its newest year. */
export function agencyItem(agency: Agency, year: number, rank: string): RankedItem {
  const changed = changeIndexKeys(agenciesPartition, Date.now());
  return { ...agencyKey(agency.id), ...agencyIndexKeys(agency), ...changed, ...agency, rank: `${year}#${rank}` };
}

/** Throws where an item is not an agency. */
export function agencyOf(item: Item): Agency {
  return Agency.parse(item);
}
