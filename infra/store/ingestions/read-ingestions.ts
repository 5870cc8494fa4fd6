import type { Ingestion } from '../../../schema/record/ingestion.ts';
import { batchGet } from '../batch.ts';
import { ingestionKey } from '../table.ts';
import type { TableClient } from '../table-client.ts';
import { ingestionOf } from './ingestion-item.ts';

/** What happened to object versions, by id; one that nothing has happened to yet is left out. */
export async function readIngestions(table: TableClient, ids: readonly string[]): Promise<Map<string, Ingestion>> {
  const items = await batchGet(table, ids.map(ingestionKey), false);
  return new Map(items.map(ingestionOf).map((ingestion) => [ingestion.id, ingestion]));
}
