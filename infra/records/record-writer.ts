import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Agency } from '../../schema/agency.ts';
import type { RecordWriter, VersionHead, VersionRef } from '../../schema/record-store.ts';
import type { ReportRecord } from '../../schema/report.ts';
import { versionKey } from '../table.ts';
import { agencyItem } from './agency-item.ts';
import { batchPut } from './batch.ts';
import { bodyItems } from './body-items.ts';
import { headItem, versionItem } from './head-item.ts';
import { ingestionItem } from './ingestion-item.ts';
import { versionOrder } from './order.ts';
import { putIfNewer } from './put-if-newer.ts';
import { readIngestion } from './read-ingestion.ts';
import type { TableClient } from './table-client.ts';

/** Writes the table. Every write may be repeated, and come in any order: the table ends the same. */
export function createRecordWriter(table: TableClient): RecordWriter {
  return {
    ingestion: (id) => readIngestion(table, id),
    putRecord: (head, agency, record) => putRecord(table, { head, agency, record }),
    putIngestion: (ingestion) => putIfNewer(table, ingestionItem(ingestion)),
  };
}

interface NewVersion {
  readonly head: VersionHead;
  readonly agency: Agency;
  readonly record: ReportRecord;
}

/** The body, then the sign that it is whole, then the head that readers follow to it, and last the list of agencies. */
async function putRecord(table: TableClient, { head, agency, record }: NewVersion): Promise<void> {
  const rank = versionOrder(head, record.parser.version);
  if (!(await isStored(table, head))) await batchPut(table, await bodyItems(head, record));
  await putIfNewer(table, versionItem(head, agency, rank));
  await putIfNewer(table, headItem(head, agency, rank));
  await putIfNewer(table, agencyItem(agency, head.year, rank));
}

async function isStored({ dynamo, tableName }: TableClient, ref: VersionRef): Promise<boolean> {
  const get = { TableName: tableName, Key: versionKey(ref), ConsistentRead: true, ProjectionExpression: 'pk' };
  return (await dynamo.send(new GetCommand(get))).Item !== undefined;
}
