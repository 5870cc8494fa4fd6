import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Page, PageRequest } from '../../../schema/record/record-store.ts';
import type { Item } from '../batch.ts';
import { type IndexName, tableIndexes } from '../table.ts';
import type { TableClient } from '../table-client.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type ListQuery, queryInput } from './list-query.ts';

/**
 * One page of a list: it asks for one item more than it shows, and so knows in the same call whether another follows; an
 * answer that DynamoDB cut short is continued. Throws `InvalidCursor`.
 */
export async function queryPage<T>(table: TableClient, list: ListQuery<T>, page: PageRequest): Promise<Page<T>> {
  const found = await collect(table, list, page);
  const items = found.slice(0, page.first);
  return {
    items: items.map(list.read),
    cursors: items.map((item) => cursorOf(item, list.index)),
    hasNextPage: found.length > page.first,
    totalCount: () => countAll(table, list),
  };
}

async function collect<T>(table: TableClient, list: ListQuery<T>, page: PageRequest): Promise<Item[]> {
  const wanted = page.first + 1;
  const found: Item[] = [];
  let start = page.after === null ? undefined : startKey(list, page.after);
  do {
    const input = { ...queryInput(table.tableName, list), Limit: wanted - found.length };
    const answer = await send(table, input, start);
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

function startKey<T>({ index, partition }: ListQuery<T>, after: string): Item {
  const [pk, sk, indexSort] = decodeCursor(after, '');
  const names = tableIndexes[index];
  return { pk, sk, [names.partition]: partition, [names.sort]: indexSort };
}

const Key = z.object({ pk: z.string(), sk: z.string() });

function cursorOf(item: Item, index: IndexName): string {
  const { pk, sk } = Key.parse(item);
  return encodeCursor([pk, sk, z.string().parse(item[tableIndexes[index].sort])]);
}
