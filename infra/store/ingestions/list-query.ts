import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../batch.ts';
import { type IndexName, tableIndexes } from '../table.ts';

/** One list that is read page by page: a partition of an index, the newest first. */
export interface ListQuery<T> {
  readonly index: IndexName;
  readonly partition: string;
  readonly read: (item: Item) => T;
}

/** The list in DynamoDB's words, from its beginning and without a limit. */
export function queryInput<T>(tableName: string, { index, partition }: ListQuery<T>): QueryCommandInput {
  return {
    TableName: tableName,
    IndexName: index,
    ScanIndexForward: false,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': tableIndexes[index].partition },
    ExpressionAttributeValues: { ':pk': partition },
  };
}
