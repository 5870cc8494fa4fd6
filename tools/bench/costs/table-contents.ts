import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { tableIndexes } from '../../../infra/store/table.ts';
import { itemBytes } from './item-bytes.ts';

/** What lies in a table and in its indexes, in bytes, and the units that writing it into the indexes took. */
export interface TableContents {
  readonly tableBytes: number;
  readonly indexBytes: number;
  readonly indexWriteUnits: number;
}

const bytesOfWriteUnit = 1024;

/** Weighs everything in a table. An index holds each item that has its key, whole. */
export async function tableContents(dynamo: DynamoDBDocumentClient, tableName: string): Promise<TableContents> {
  const sizes = (await scan(dynamo, tableName)).map((item) => ({ bytes: itemBytes(item), indexes: indexesOf(item) }));
  const total = (measure: (size: (typeof sizes)[number]) => number) =>
    sizes.reduce((sum, each) => sum + measure(each), 0);
  return {
    tableBytes: total(({ bytes }) => bytes),
    indexBytes: total(({ bytes, indexes }) => bytes * indexes),
    indexWriteUnits: total(({ bytes, indexes }) => Math.ceil(bytes / bytesOfWriteUnit) * indexes),
  };
}

function indexesOf(item: Record<string, unknown>): number {
  return Object.values(tableIndexes).filter(({ partition }) => partition in item).length;
}

async function scan(dynamo: DynamoDBDocumentClient, TableName: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const from = start === undefined ? {} : { ExclusiveStartKey: start };
    const { Items = [], LastEvaluatedKey } = await dynamo.send(new ScanCommand({ TableName, ...from }));
    items.push(...Items);
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
