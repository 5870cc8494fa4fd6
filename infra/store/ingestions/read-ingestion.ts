import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Ingestion } from '../../../schema/record/ingestion.ts';
import { ingestionKey } from '../table.ts';
import type { TableClient } from '../table-client.ts';
import { ingestionOf } from './ingestion-item.ts';

/** What happened to an object version, null when nothing has yet. Consistent, so that a redelivery sees what is done. */
export async function readIngestion({ dynamo, tableName }: TableClient, id: string): Promise<Ingestion | null> {
  const get = new GetCommand({ TableName: tableName, Key: ingestionKey(id), ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  return Item === undefined ? null : ingestionOf(Item);
}
