import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { untilProcessed } from '../aws/retry.ts';
import { type IndexName, type TableKey, tableIndexes, tableKeyNames } from './table.ts';

/** The table and the client that speaks to it. */
export interface TableClient {
  readonly dynamo: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** DynamoDB takes at most so many items a call. */
const mostKeys = 100;
const mostPuts = 25;

export type Item = Record<string, unknown>;

const Keys = z.array(z.object({ pk: z.string(), sk: z.string() }));
const Puts = z.array(z.object({ PutRequest: z.object({ Item: z.record(z.string(), z.unknown()) }) }));

/** Items of distinct keys, in no order; one that is not stored is left out. `consistent` sees every write that has ended. */
export async function batchGet(table: TableClient, keys: readonly TableKey[], consistent: boolean): Promise<Item[]> {
  const items: Item[] = [];
  for (const some of slices(keys, mostKeys)) {
    await untilProcessed(some, async (left) => {
      const RequestItems = { [table.tableName]: { Keys: [...left], ConsistentRead: consistent } };
      const answer = await table.dynamo.send(new BatchGetCommand({ RequestItems }));
      items.push(...(answer.Responses?.[table.tableName] ?? []));
      return Keys.parse(answer.UnprocessedKeys?.[table.tableName]?.Keys ?? []);
    });
  }
  return items;
}

/** Puts items, in no order and without conditions. */
export async function batchPut(table: TableClient, items: readonly Item[]): Promise<void> {
  const puts = items.map((item) => ({ PutRequest: { Item: item } }));
  for (const some of slices(puts, mostPuts)) {
    await untilProcessed(some, async (left) => {
      const answer = await table.dynamo.send(new BatchWriteCommand({ RequestItems: { [table.tableName]: [...left] } }));
      return Puts.parse(answer.UnprocessedItems?.[table.tableName] ?? []);
    });
  }
}

function slices<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

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

/** An item may hold 400 KB, keys and names included. */
const largestPiece = 350 * 1024;

/** Compresses a text and cuts it into pieces an item can hold. `level` is one of Zstandard. */
export function cut(text: string, level: number): Uint8Array[] {
  // At once: compressing beside the thread, Node does not tell Zstandard the size; it prepares for the largest and takes twenty times as long.
  const bytes = zstdCompressSync(Buffer.from(text), { params: { [constants.ZSTD_c_compressionLevel]: level } });
  const count = Math.ceil(bytes.length / largestPiece);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * largestPiece, (index + 1) * largestPiece));
}

/** The text again. At once, for it is done sooner than another thread could be asked. */
export function joined(pieces: readonly Uint8Array[]): string {
  return zstdDecompressSync(
    pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces),
  ).toString();
}
