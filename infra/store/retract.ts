import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentRef, VersionRef } from '../../schema/record/version-head.ts';
import type { TableClient } from './calls.ts';
import { settleReport } from './settle-report.ts';
import { type TableKey, versionKey } from './table.ts';

/** Called before each write that readers can see. */
export type Touch = (document: DocumentRef) => Promise<void>;

/**
 * Takes a version back: marks it, gives its place to the best of those left, and takes an agency that has nothing left off
 * the list. Every step may be repeated, and a version that is not stored, or was taken back before, changes nothing.
 */
export async function retractVersion(table: TableClient, ref: VersionRef, touch: Touch): Promise<void> {
  if (!(await mark(table, versionKey(ref)))) return;
  await touch(ref);
  await settleReport(table, ref);
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
