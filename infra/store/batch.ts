import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { untilProcessed } from './backoff.ts';
import type { TableKey } from './table.ts';
import type { TableClient } from './table-client.ts';

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
