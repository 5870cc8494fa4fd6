import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentRef, VersionRef } from '../../schema/record/record-store.ts';
import type { Item, TableClient } from './calls.ts';
import { versionItems } from './heads/agency-years.ts';
import { relistAgency } from './heads/card.ts';
import { headItem, headOf } from './heads/items.ts';
import { announceRemoval } from './lists/list-kinds.ts';
import { documentsPartition, headKey, type TableKey, versionKey } from './table.ts';

/** Called before each write that readers can see. */
export type Touch = (document: DocumentRef) => Promise<void>;

/**
 * Takes a version back: marks it, gives its place to the best of those left, and takes an agency that has nothing left off
 * the list. Every step may be repeated, and a version that is not stored, or was taken back before, changes nothing.
 */
export async function retractVersion(table: TableClient, ref: VersionRef, touch: Touch): Promise<void> {
  if (!(await mark(table, versionKey(ref)))) return;
  await touch(ref);
  await settleHead(table, ref);
  await relistAgency(table, ref.agencyId);
}

/** Takes the mark off a version that a reading files where it was before. */
export async function restoreVersion({ dynamo, tableName }: TableClient, ref: VersionRef): Promise<void> {
  const remove = { UpdateExpression: 'REMOVE retracted', ConditionExpression: 'attribute_exists(pk)' };
  await unlessRefused(() => dynamo.send(new UpdateCommand({ TableName: tableName, Key: versionKey(ref), ...remove })));
}

/** False where there is no such version. */
async function mark({ dynamo, tableName }: TableClient, Key: TableKey): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: tableName,
    Key,
    UpdateExpression: 'SET retracted = :true',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':true': true },
  });
  return unlessRefused(() => dynamo.send(update));
}

/**
 * Repeats until the head is the best version that is not retracted. Another version may come in between: it is stored
 * before it tries for the head, so whoever looks last sees it.
 */
async function settleHead(table: TableClient, ref: VersionRef): Promise<void> {
  for (;;) {
    const shown = await readHead(table, ref);
    const [best] = await versionItems(table, { document: ref, consistent: true });
    if (shown?.version === best?.version && shown?.rank === best?.rank) return;
    await replaceHead(table, ref, { shown, best });
  }
}

async function readHead({ dynamo, tableName }: TableClient, ref: VersionRef): Promise<Item | undefined> {
  return (await dynamo.send(new GetCommand({ TableName: tableName, Key: headKey(ref), ConsistentRead: true }))).Item;
}

interface HeadChange {
  readonly shown: Item | undefined;
  readonly best: Item | undefined;
}

/** Writes only over the head that was seen; where it has changed since, the next turn looks again. */
async function replaceHead(table: TableClient, ref: VersionRef, { shown, best }: HeadChange): Promise<void> {
  const { dynamo, tableName: TableName } = table;
  const unchanged =
    shown === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#rank = :rank',
          ExpressionAttributeNames: { '#rank': 'rank' },
          ExpressionAttributeValues: { ':rank': shown.rank },
        };
  if (best === undefined) {
    await announceRemoval(table, documentsPartition(ref), headKey(ref));
    await unlessRefused(() => dynamo.send(new DeleteCommand({ TableName, Key: headKey(ref), ...unchanged })));
  } else {
    const Item = headItem(headOf(best), String(best.rank));
    await unlessRefused(() => dynamo.send(new PutCommand({ TableName, Item, ...unchanged })));
  }
}

/** False where the condition of a write does not hold. */
async function unlessRefused(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
