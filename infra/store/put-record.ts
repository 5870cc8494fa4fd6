import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { VersionHead, VersionRef } from '../../schema/record/version-head.ts';
import { bodyItems } from './bodies/body.ts';
import { batchPut, type Item, putIfNewer, type TableClient } from './calls.ts';
import { versionOrder } from './heads/head-line.ts';
import { isRetracted, versionItem } from './heads/items.ts';
import { restoreVersion, type Touch } from './retract.ts';
import { settleReport } from './settle-report.ts';
import { versionKey } from './table.ts';

interface NewVersion {
  readonly head: VersionHead;
  readonly record: ReportRecord;
}

/** The body, then the sign that it is whole, then the head that readers follow to the best version, and last the agency. */
export async function putRecord(table: TableClient, { head, record }: NewVersion, touch: Touch): Promise<void> {
  const rank = versionOrder(head, record.parser.version);
  const stored = await storedVersion(table, head);
  if (stored === undefined) await batchPut(table, bodyItems(head, record));
  await putIfNewer(table, versionItem(head, rank));
  if (stored !== undefined && isRetracted(stored)) await restoreVersion(table, head);
  await touch(head);
  await settleReport(table, head);
}

/** Undefined where the version is not stored whole. */
async function storedVersion({ dynamo, tableName }: TableClient, ref: VersionRef): Promise<Item | undefined> {
  const attributes = { ProjectionExpression: 'pk, retracted' };
  const get = { TableName: tableName, Key: versionKey(ref), ConsistentRead: true, ...attributes };
  return (await dynamo.send(new GetCommand(get))).Item;
}
