import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AgencyWithHeads, RecordReader, VersionHead } from '../../schema/record-store.ts';
import { agencyKey, agencyPartition, lastHeadKey, reportVersionsPrefix } from '../table.ts';
import { agencyOf } from './agency-item.ts';
import type { Item } from './batch.ts';
import { agencyOfHead, headOf } from './head-item.ts';
import { agencyList, ingestionList, reportList } from './lists.ts';
import { queryPage } from './page.ts';
import { readBodies } from './read-bodies.ts';
import { readIngestion } from './read-ingestion.ts';
import type { TableClient } from './table-client.ts';

/** Reads the table: an agency with its years in one call, the bodies of many years in one more, a page of a list in one. */
export function createRecordReader(table: TableClient): RecordReader {
  return {
    agencyWithHeads: (id) => agencyWithHeads(table, id),
    records: (refs, parts) => readBodies(table, refs, parts),
    versions: (agencyId, year) => versions(table, agencyId, year),
    agencies: (filter, page) => queryPage(table, agencyList(filter), page),
    reports: (filter, page) => queryPage(table, reportList(filter), page),
    ingestion: (id) => readIngestion(table, id),
    ingestions: (filter, page) => queryPage(table, ingestionList(filter), page),
  };
}

async function agencyWithHeads(table: TableClient, id: string): Promise<AgencyWithHeads | null> {
  const items = await queryAll(table, 'pk = :pk AND sk <= :last', { ':pk': agencyPartition(id), ':last': lastHeadKey });
  const own = items.find(({ sk }) => sk === agencyKey(id).sk);
  const heads = items.filter((item) => item !== own);
  const newest = heads.at(-1);
  // The agency's own item is the last of a first report's writes: until it is there, its head says as much.
  const agency = own !== undefined ? agencyOf(own) : newest !== undefined ? agencyOfHead(newest) : null;
  return agency === null ? null : { agency, heads: heads.map(headOf) };
}

async function versions(table: TableClient, agencyId: string, year: number): Promise<VersionHead[]> {
  const values = { ':pk': agencyPartition(agencyId), ':prefix': reportVersionsPrefix(year) };
  const items = await queryAll(table, 'pk = :pk AND begins_with(sk, :prefix)', values);
  return items.toSorted((a, b) => compare(String(b.rank), String(a.rank))).map(headOf);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function queryAll(table: TableClient, condition: string, values: Record<string, string>): Promise<Item[]> {
  const items: Item[] = [];
  const input: QueryCommandInput = {
    TableName: table.tableName,
    KeyConditionExpression: condition,
    ExpressionAttributeValues: values,
  };
  let start: Item | undefined;
  do {
    const from = start === undefined ? {} : { ExclusiveStartKey: start };
    const answer = await table.dynamo.send(new QueryCommand({ ...input, ...from }));
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
