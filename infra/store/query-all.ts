import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from './batch.ts';
import { type IndexName, tableIndexes, tableKeyNames } from './table.ts';
import type { TableClient } from './table-client.ts';

export interface QueryRequest {
  readonly pk: string;
  /** A condition on the sort key in the words of DynamoDB, with its values; absent: the whole partition. */
  readonly condition?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Whether every write that has ended is seen; costs double. An index cannot be read so. */
  readonly consistent: boolean;
  /** The index whose partition it is; absent: the table. */
  readonly index?: IndexName;
  /** Only these attributes; absent: all. */
  readonly attributes?: readonly string[];
}

/** Every item of a partition that meets a condition, in order: a call for each megabyte. */
export async function queryAll({ dynamo, tableName }: TableClient, request: QueryRequest): Promise<Item[]> {
  const items: Item[] = [];
  const input = queryInput(tableName, request);
  let start: Item | undefined;
  do {
    const from = start === undefined ? {} : { ExclusiveStartKey: start };
    const answer = await dynamo.send(new QueryCommand({ ...input, ...from }));
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

function queryInput(
  tableName: string,
  { pk, condition, values, consistent, index, attributes }: QueryRequest,
): QueryCommandInput {
  const { partition } = index === undefined ? tableKeyNames : tableIndexes[index];
  return {
    TableName: tableName,
    ...(index === undefined ? {} : { IndexName: index }),
    KeyConditionExpression: [`${partition} = :pk`, condition].filter((part) => part !== undefined).join(' AND '),
    ExpressionAttributeValues: { ':pk': pk, ...values },
    ConsistentRead: consistent,
    ...projection(attributes),
  };
}

function projection(attributes: readonly string[] | undefined): Partial<QueryCommandInput> {
  if (attributes === undefined) return {};
  return {
    ProjectionExpression: attributes.map((_, at) => `#a${at}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((attribute, at) => [`#a${at}`, attribute])),
  };
}
