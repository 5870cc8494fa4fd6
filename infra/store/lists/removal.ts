import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Item } from '../batch.ts';
import { changeIndexKeys, removalKey, type TableKey } from '../table.ts';
import type { TableClient } from '../table-client.ts';

/**
 * Says that an item of a list, by its partition of gsi1, is about to be deleted. Written before it is: then a writer that dies in
 * between has told of what it has not done, and whoever reads it looks at the item itself.
 */
export async function announceRemoval(table: TableClient, partition: string, of: TableKey): Promise<void> {
  const Item = { ...removalKey(partition, of), ...changeIndexKeys(partition, Date.now()), of };
  await table.dynamo.send(new PutCommand({ TableName: table.tableName, Item }));
}

const Removal = z.object({ of: z.object({ pk: z.string(), sk: z.string() }) });

/** What an item says is about to be deleted; null where it is a line of a list itself. */
export function removedBy(item: Item): TableKey | null {
  return 'of' in item ? Removal.parse(item).of : null;
}
