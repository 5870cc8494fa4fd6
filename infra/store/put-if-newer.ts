import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from './batch.ts';
import type { TableClient } from './table-client.ts';

/** An item with its rank among all that may stand under its key. */
export interface RankedItem extends Item {
  readonly rank: string;
}

/**
 * Puts an item unless one of the same or a higher rank stands there. One conditional write, so that whatever the order
 * and however often items come, the highest remains.
 */
export async function putIfNewer({ dynamo, tableName }: TableClient, item: RankedItem): Promise<void> {
  const put = new PutCommand({
    TableName: tableName,
    Item: item,
    ConditionExpression: 'attribute_not_exists(pk) OR #rank < :rank',
    ExpressionAttributeNames: { '#rank': 'rank' },
    ExpressionAttributeValues: { ':rank': item.rank },
  });
  try {
    await dynamo.send(put);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
