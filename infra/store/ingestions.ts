import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { Ingestion } from '../../schema/record/ingestion.ts';
import { InvalidCursor } from '../../schema/record/invalid-cursor.ts';
import type { IngestionFilter, Page, PageRequest } from '../../schema/record/record-store.ts';
import { batchGet, type Item, putIfNewer, type RankedItem, type TableClient } from './calls.ts';
import { parserOrder } from './heads/head-line.ts';
import {
  allIngestionsPartition,
  changeIndexKeys,
  type IndexName,
  ingestionIndexKeys,
  ingestionKey,
  outcomePartition,
  tableIndexes,
  undecidedIndexKeys,
  undecidedKey,
  undecidedPartition,
} from './table.ts';

/** What happened to an object version, as the newest parser that read it says. */
function ingestionItem(ingestion: Ingestion): RankedItem {
  const keys = { ...ingestionKey(ingestion.id), ...ingestionIndexKeys(ingestion) };
  return { ...keys, ...ingestion, rank: parserOrder(ingestion.parserVersion) };
}

/** What is undecided of an upload, for the list of these; of one by which nothing is any more, that it is gone from there. */
function undecidedItem(ingestion: Ingestion): RankedItem {
  const { id, undecided = [], parserVersion, finishedAt } = ingestion;
  return {
    ...undecidedKey(id),
    ...undecidedIndexKeys(ingestion),
    ...changeIndexKeys(undecidedPartition, Date.now()),
    ...{ ingestionId: id, undecided },
    rank: `${parserOrder(parserVersion)}#${finishedAt}`,
  };
}

/** Throws where an item is not an ingestion. */
function ingestionOf(item: Item): Ingestion {
  return Ingestion.parse(item);
}

/** Where a page ended: the item's key in the table and in the index the list is read from. */
export const Cursor = z.tuple([z.string(), z.string(), z.string()]);
export type Cursor = readonly [pk: string, sk: string, indexSort: string];

/** Opaque to whoever holds it. */
function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `InvalidCursor` for anything but a cursor into a list whose sort keys begin with `prefix`. */
export function decodeCursor(text: string, prefix: string): Cursor {
  const cursor = Cursor.safeParse(jsonOrNull(Buffer.from(text, 'base64url').toString()));
  if (!cursor.success || !cursor.data[2].startsWith(prefix)) throw new InvalidCursor();
  return cursor.data;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * One page of a list: it asks for one item more than it shows, and so knows in the same call whether another follows; an
 * answer that DynamoDB cut short is continued. A page from the end is read from there. Throws `InvalidCursor`.
 */
export async function queryPage<T>(table: TableClient, list: ListQuery<T>, page: PageRequest): Promise<Page<T>> {
  const { first, after, backward } = page;
  const found = await collect(table, list, page);
  const hasMore = found.length > first;
  const items = backward === undefined ? found.slice(0, first) : found.slice(0, first).reverse();
  return {
    items: items.map(list.read),
    cursors: items.map((item) => cursorOf(item, list.index)),
    hasNextPage: backward === undefined ? hasMore : backward.before !== null,
    hasPreviousPage: backward === undefined ? after !== null : hasMore,
    totalCount: () => countAll(table, list),
  };
}

/** The items of a page in the order in which they are read, and one more where there is another. */
async function collect<T>(
  table: TableClient,
  list: ListQuery<T>,
  { first, after, backward }: PageRequest,
): Promise<Item[]> {
  const wanted = first + 1;
  const from = backward === undefined ? after : backward.before;
  const query = { ...queryInput(table.tableName, list), ScanIndexForward: backward !== undefined };
  const found: Item[] = [];
  let start = from === null ? undefined : startKey(list, from);
  do {
    const answer = await send(table, { ...query, Limit: wanted - found.length }, start);
    found.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (found.length < wanted && start !== undefined);
  return found;
}

async function countAll<T>(table: TableClient, list: ListQuery<T>): Promise<number> {
  let total = 0;
  let start: Item | undefined;
  do {
    const answer = await send(table, { ...queryInput(table.tableName, list), Select: 'COUNT' }, start);
    total += answer.Count ?? 0;
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return total;
}

function send({ dynamo }: TableClient, input: QueryCommandInput, start: Item | undefined) {
  return dynamo.send(new QueryCommand(start === undefined ? input : { ...input, ExclusiveStartKey: start }));
}

function startKey<T>({ index, partition }: ListQuery<T>, cursor: string): Item {
  const [pk, sk, indexSort] = decodeCursor(cursor, '');
  const names = tableIndexes[index];
  return { pk, sk, [names.partition]: partition, [names.sort]: indexSort };
}

const Key = z.object({ pk: z.string(), sk: z.string() });

function cursorOf(item: Item, index: IndexName): string {
  const { pk, sk } = Key.parse(item);
  return encodeCursor([pk, sk, z.string().parse(item[tableIndexes[index].sort])]);
}

/** One list that is read page by page: a partition of an index, the newest first. */
export interface ListQuery<T> {
  readonly index: IndexName;
  readonly partition: string;
  readonly read: (item: Item) => T;
}

/** The list in DynamoDB's words, without a limit. */
function queryInput<T>(tableName: string, { index, partition }: ListQuery<T>): QueryCommandInput {
  return {
    TableName: tableName,
    IndexName: index,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': tableIndexes[index].partition },
    ExpressionAttributeValues: { ':pk': partition },
  };
}

/** Ingestions, newest first; each outcome has a partition of its own, so no filter is needed. */
export function ingestionList({ outcome }: IngestionFilter): ListQuery<Ingestion> {
  return {
    index: outcome === undefined ? 'gsi1' : 'gsi2',
    partition: outcome === undefined ? allIngestionsPartition : outcomePartition(outcome),
    read: ingestionOf,
  };
}

/** What happened to an object version, null when nothing has yet. Consistent, so that a redelivery sees what is done. */
export async function readIngestion({ dynamo, tableName }: TableClient, id: string): Promise<Ingestion | null> {
  const get = new GetCommand({ TableName: tableName, Key: ingestionKey(id), ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  return Item === undefined ? null : ingestionOf(Item);
}

/** What happened to object versions, by id; one that nothing has happened to yet is left out. */
export async function readIngestions(table: TableClient, ids: readonly string[]): Promise<Map<string, Ingestion>> {
  const items = await batchGet(table, ids.map(ingestionKey), false);
  return new Map(items.map(ingestionOf).map((ingestion) => [ingestion.id, ingestion]));
}

/**
 * Stores what happened to an object version over what was known when it began, and before it what is undecided of it. False where something else stands there by
 * now: another delivery was faster, and what it filed has to be looked at first.
 */
export async function putIngestion(
  { dynamo, tableName }: TableClient,
  ingestion: Ingestion,
  known: Ingestion | null,
): Promise<boolean> {
  if (ingestion.undecided !== undefined || known?.undecided !== undefined) {
    await putIfNewer({ dynamo, tableName }, undecidedItem(ingestion));
  }
  try {
    await dynamo.send(new PutCommand({ TableName: tableName, Item: ingestionItem(ingestion), ...stillStands(known) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function stillStands(known: Ingestion | null): Partial<PutCommandInput> {
  if (known === null) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: 'parserVersion = :parserVersion AND finishedAt = :finishedAt',
    ExpressionAttributeValues: { ':parserVersion': known.parserVersion, ':finishedAt': known.finishedAt },
  };
}
