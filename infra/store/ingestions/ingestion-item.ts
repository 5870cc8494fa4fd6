import { Ingestion } from '../../../schema/record/ingestion.ts';
import type { Item } from '../batch.ts';
import { parserOrder } from '../heads/order.ts';
import type { RankedItem } from '../put-if-newer.ts';
import { ingestionIndexKeys, ingestionKey } from '../table.ts';

/** What happened to an object version, as the newest parser that read it says. */
export function ingestionItem(ingestion: Ingestion): RankedItem {
  const keys = { ...ingestionKey(ingestion.id), ...ingestionIndexKeys(ingestion) };
  return { ...keys, ...ingestion, rank: parserOrder(ingestion.parserVersion) };
}

/** Throws where an item is not an ingestion. */
export function ingestionOf(item: Item): Ingestion {
  return Ingestion.parse(item);
}
