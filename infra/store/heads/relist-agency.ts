import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { agencyOfHead } from '../../../schema/record/lists/agency-list.ts';
import type { Item } from '../batch.ts';
import { announceRemoval } from '../lists/removal.ts';
import { queryAll } from '../query-all.ts';
import { agenciesPartition, agencyKey, agencyPartition, lastHeadKey, yearItemKind } from '../table.ts';
import type { TableClient } from '../table-client.ts';
import { agencyItem } from './agency-item.ts';
import { headOf } from './head-item.ts';

/**
 * Makes an agency's own item say what its newest head says, and takes it away where no head is left. Repeats until it finds
 * it so: a report that comes in between writes its head before the agency, so whoever looks last sees it.
 */
export async function relistAgency(table: TableClient, agencyId: string): Promise<void> {
  for (;;) {
    const { own, wanted } = await look(table, agencyId);
    if (own?.rank === wanted?.rank) return;
    await (wanted === undefined ? remove(table, agencyId) : put(table, wanted));
  }
}

interface Listing {
  readonly own: Item | undefined;
  readonly wanted: Item | undefined;
}

async function look(table: TableClient, agencyId: string): Promise<Listing> {
  const items = await queryAll(table, {
    pk: agencyPartition(agencyId),
    condition: 'sk <= :last',
    values: { ':last': lastHeadKey },
    consistent: true,
  });
  const own = items.find(({ sk }) => sk === agencyKey(agencyId).sk);
  const listed = items
    .filter((item) => item !== own && yearItemKind(String(item.sk)) === 'head')
    .map((item) => ({ head: headOf(item), rank: String(item.rank) }))
    .map(({ head, rank }) => agencyItem(agencyOfHead(head), head.year, rank));
  return { own, wanted: listed.reduce<(typeof listed)[number] | undefined>(greater, undefined) };
}

function greater<T extends { readonly rank: string }>(best: T | undefined, next: T): T {
  return best === undefined || next.rank > best.rank ? next : best;
}

async function put({ dynamo, tableName }: TableClient, item: Item): Promise<void> {
  await dynamo.send(new PutCommand({ TableName: tableName, Item: item }));
}

async function remove(table: TableClient, agencyId: string): Promise<void> {
  const { dynamo, tableName } = table;
  await announceRemoval(table, agenciesPartition, agencyKey(agencyId));
  await dynamo.send(new DeleteCommand({ TableName: tableName, Key: agencyKey(agencyId) }));
}
