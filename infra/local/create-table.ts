import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { type KeyNames, tableIndexes, tableKeyNames } from '../store/table.ts';

const pollMs = 10;

/** Makes the records table as `infra/store/table.ts` says, unless it is there. */
export async function createTable(dynamo: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await dynamo.send(new CreateTableCommand(definition(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  while (!(await isActive(dynamo, tableName))) await sleep(pollMs);
}

async function isActive(dynamo: DynamoDBClient, tableName: string): Promise<boolean> {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: tableName }));
  return Table?.TableStatus === 'ACTIVE';
}

function definition(tableName: string): CreateTableCommandInput {
  const names = [tableKeyNames, ...Object.values(tableIndexes)].flatMap(({ partition, sort }) => [partition, sort]);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(tableKeyNames),
    GlobalSecondaryIndexes: Object.entries(tableIndexes).map(([IndexName, keys]) => ({
      IndexName,
      KeySchema: keySchema(keys),
      Projection: { ProjectionType: 'ALL' },
    })),
  };
}

function keySchema({ partition, sort }: KeyNames): KeySchemaElement[] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}
