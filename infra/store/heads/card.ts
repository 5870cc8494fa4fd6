import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { Comparison } from '../../../schema/record/comparison.ts';
import type { AgencyCard } from '../../../schema/record/list-store.ts';
import { agencyOfHead } from '../../../schema/record/lists/agency-list.ts';
import { batchGet, type Item, queryAll, type TableClient } from '../calls.ts';
import { agencyPartition, cardKey, lastHeadKey, type YearItemKind, yearItemKind } from '../table.ts';
import { decodeHead } from './head-line.ts';
import { comparisonOf } from './items.ts';

const Card = z.object({
  pk: z.string(),
  digest: z.string(),
  heads: z.array(z.string()),
  newest: z.int(),
  comparisons: z.string(),
});
const HeadItem = z.object({ sk: z.string(), head: z.string(), rank: z.string() });

/** Cards of many agencies in the order asked; null where an agency has none. Consistent. */
export async function readCards(table: TableClient, ids: readonly string[]): Promise<(AgencyCard | null)[]> {
  const items = await batchGet(table, [...new Set(ids)].map(cardKey), true);
  const cards = new Map(items.map((item) => [String(item.pk), cardOf(item)]));
  return ids.map((id) => cards.get(cardKey(id).pk) ?? null);
}

function cardOf(item: Item): AgencyCard | null {
  const { heads: lines, newest, comparisons } = Card.parse(item);
  const heads = lines.map(decodeHead);
  const named = heads[newest];
  if (named === undefined) return null;
  return { agency: agencyOfHead(named), heads, comparisons: Comparison.array().parse(JSON.parse(comparisons)) };
}

/**
 * Makes an agency's card say what its heads and comparisons say. A card is written only over the one that was seen with the heads it is made
 * of; where another writer was faster, both are looked at again. Who changes one of them settles the card after it.
 */
export async function settleCard(table: TableClient, agencyId: string): Promise<void> {
  for (let settled = false; !settled; ) {
    const shown = await readDigest(table, agencyId);
    const wanted = await cardItem(table, agencyId);
    settled = shown === wanted?.digest || (await replace(table, agencyId, { shown, wanted }));
  }
}

async function readDigest({ dynamo, tableName }: TableClient, agencyId: string): Promise<string | undefined> {
  const get = { TableName: tableName, Key: cardKey(agencyId), ConsistentRead: true, ProjectionExpression: 'digest' };
  return z
    .string()
    .optional()
    .parse((await dynamo.send(new GetCommand(get))).Item?.digest);
}

type CardItem = Item & z.infer<typeof Card>;

/** Undefined where no head is left. */
async function cardItem(table: TableClient, agencyId: string): Promise<CardItem | undefined> {
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
  return { ...cardKey(agencyId), digest, heads: heads.map(({ head }) => head), newest, comparisons };
}

interface CardChange {
  readonly shown: string | undefined;
  readonly wanted: CardItem | undefined;
}

/** False where the card is no longer the one that was seen. */
async function replace(
  { dynamo, tableName: TableName }: TableClient,
  agencyId: string,
  { shown, wanted }: CardChange,
): Promise<boolean> {
  const unchanged =
    shown === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'digest = :shown', ExpressionAttributeValues: { ':shown': shown } };
  try {
    if (wanted === undefined) await dynamo.send(new DeleteCommand({ TableName, Key: cardKey(agencyId), ...unchanged }));
    else await dynamo.send(new PutCommand({ TableName, Item: wanted, ...unchanged }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
