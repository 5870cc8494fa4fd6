import process from 'node:process';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoClient } from '../../../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../../../infra/aws/env.ts';
import { yogaFunction } from './yoga.ts';

/** The least that can serve what is stored: one list, of which one query of the table is asked. */
const env = readEnv(TableEnv, process.env);
const dynamo = createDynamoClient(env);
const query = new QueryCommand({
  TableName: env.TABLE_NAME,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': 'NOTHING' },
});

export const handler = yogaFunction(async () => (await dynamo.send(query)).Items ?? []);
