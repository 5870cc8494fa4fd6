import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { Comparison } from '../../../schema/record/comparison.ts';
import type { AgencySnapshot } from '../../../schema/record/list-store.ts';
import { agencyOfHead } from '../../../schema/record/version-head.ts';
import { batchGet, type Item, queryAll, type TableClient } from '../calls.ts';
import { agencyPartition, agencySnapshotKey, lastHeadKey, type YearItemKind, yearItemKind } from '../table.ts';
import { decodeHead } from './head-line.ts';
import { comparisonOf } from './items.ts';

const StoredSnapshot = z.object({
  pk: z.string(),
  digest: z.string(),
  heads: z.array(z.string()),
  newest: z.int(),
  comparisons: z.string(),
});
const HeadItem = z.object({ sk: z.string(), head: z.string(), rank: z.string() });

/** Snapshots of many agencies in the order asked; null where an agency has none. Consistent. */
export async function readAgencySnapshots(
  table: TableClient,
  ids: readonly string[],
): Promise<(AgencySnapshot | null)[]> {
  const items = await batchGet(table, [...new Set(ids)].map(agencySnapshotKey), true);
  const snapshots = new Map(items.map((item) => [String(item.pk), snapshotOf(item)]));
  return ids.map((id) => snapshots.get(agencySnapshotKey(id).pk) ?? null);
}

function snapshotOf(item: Item): AgencySnapshot | null {
  const { heads: lines, newest, comparisons } = StoredSnapshot.parse(item);
  const heads = lines.map(decodeHead);
  const named = heads[newest];
  if (named === undefined) return null;
  return { agency: agencyOfHead(named), heads, comparisons: Comparison.array().parse(JSON.parse(comparisons)) };
}

/**
 * Makes an agency's snapshot say what its heads and comparisons say. A snapshot is written only over the one that was seen with the heads it is made
 * of; where another writer was faster, both are looked at again. Who changes one of them settles the snapshot after it.
 */
export async function settleAgencySnapshot(table: TableClient, agencyId: string): Promise<void> {
  for (let settled = false; !settled; ) {
    const shown = await readDigest(table, agencyId);
    const wanted = await snapshotItem(table, agencyId);
    settled = shown === wanted?.digest || (await replace(table, agencyId, { shown, wanted }));
  }
}

async function readDigest({ dynamo, tableName }: TableClient, agencyId: string): Promise<string | undefined> {
  const get = {
    TableName: tableName,
    Key: agencySnapshotKey(agencyId),
    ConsistentRead: true,
    ProjectionExpression: 'digest',
  };
  return z
    .string()
    .optional()
    .parse((await dynamo.send(new GetCommand(get))).Item?.digest);
}

type SnapshotItem = Item & z.infer<typeof StoredSnapshot>;

/** Undefined where no head is left. */
async function snapshotItem(table: TableClient, agencyId: string): Promise<SnapshotItem | undefined> {
  const items = await queryAll(table, {
    pk: agencyPartition(agencyId),
    condition: 'sk BETWEEN :first AND :last',
    values: { ':first': 'HEAD#', ':last': lastHeadKey },
    consistent: true,
  });
  const of = (kind: YearItemKind) => items.filter(({ sk }) => yearItemKind(String(sk)) === kind);
  const heads = of('head').map((item) => HeadItem.parse(item));
  if (heads.length === 0) return undefined;
  const comparisons = JSON.stringify(of('comparison').map(comparisonOf));
  const digest = createHash('sha256')
    .update(JSON.stringify([heads, comparisons]))
    .digest('base64url');
  const ranks = heads.map(({ head, rank }) => `${decodeHead(head).year}#${rank}`);
  const newest = ranks.indexOf(ranks.toSorted().at(-1) ?? '');
  return { ...agencySnapshotKey(agencyId), digest, heads: heads.map(({ head }) => head), newest, comparisons };
}

interface SnapshotChange {
  readonly shown: string | undefined;
  readonly wanted: SnapshotItem | undefined;
}

/** False where the snapshot is no longer the one that was seen. */
async function replace(
  { dynamo, tableName: TableName }: TableClient,
  agencyId: string,
  { shown, wanted }: SnapshotChange,
): Promise<boolean> {
  const unchanged =
    shown === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'digest = :shown', ExpressionAttributeValues: { ':shown': shown } };
  try {
    if (wanted === undefined)
      await dynamo.send(new DeleteCommand({ TableName, Key: agencySnapshotKey(agencyId), ...unchanged }));
    else await dynamo.send(new PutCommand({ TableName, Item: wanted, ...unchanged }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
