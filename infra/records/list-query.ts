import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type IndexName, tableIndexes } from '../table.ts';
import type { Item } from './batch.ts';

/** Lets an item through when the attribute is, or contains, the value. */
interface ItemTest {
  readonly attribute: string;
  readonly test: 'equals' | 'contains';
  readonly value: string;
}

/** One list: a partition of an index, of its sort keys those with a prefix, of these items the ones that pass every test. */
export interface ListQuery<T> {
  readonly index: IndexName;
  readonly partition: string;
  readonly prefix: string;
  readonly newestFirst: boolean;
  readonly tests: readonly ItemTest[];
  readonly read: (item: Item) => T;
}

/** The list in DynamoDB's words, from its beginning and without a limit. */
export function queryInput<T>(tableName: string, list: ListQuery<T>): QueryCommandInput {
  const names = tableIndexes[list.index];
  const prefixed = list.prefix !== '';
  const filter = list.tests.map(({ test }, at) =>
    test === 'equals' ? `#t${at} = :t${at}` : `contains(#t${at}, :t${at})`,
  );
  return {
    TableName: tableName,
    IndexName: list.index,
    ScanIndexForward: !list.newestFirst,
    KeyConditionExpression: prefixed ? '#pk = :pk AND begins_with(#sk, :prefix)' : '#pk = :pk',
    ...(filter.length === 0 ? {} : { FilterExpression: filter.join(' AND ') }),
    ExpressionAttributeNames: {
      '#pk': names.partition,
      ...(prefixed ? { '#sk': names.sort } : {}),
      ...Object.fromEntries(list.tests.map(({ attribute }, at) => [`#t${at}`, attribute])),
    },
    ExpressionAttributeValues: {
      ':pk': list.partition,
      ...(prefixed ? { ':prefix': list.prefix } : {}),
      ...Object.fromEntries(list.tests.map(({ value }, at) => [`:t${at}`, value])),
    },
  };
}
