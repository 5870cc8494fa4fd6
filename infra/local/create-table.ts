import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { type KeyNames, tableIndexes, tableKeyNames } from '../table.ts';

/** Longest wait for a table to become active, in seconds. */
const longestWait = 30;

/** Makes the records table as `infra/table.ts` says, unless it is there. */
export async function createTable(dynamo: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await dynamo.send(new CreateTableCommand(definition(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists(
    { client: dynamo, maxWaitTime: longestWait, minDelay: 1, maxDelay: 1 },
    { TableName: tableName },
  );
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
