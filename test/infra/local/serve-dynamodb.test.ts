import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AbstractLevel } from 'abstract-level';
import { afterEach, expect, test, vi } from 'vitest';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { createTable } from '../../../infra/local/create-table.ts';
import { serveDynamoDb } from '../../../infra/local/serve-dynamodb.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a query leaves no iterator of the database open, also where it ends before the items do', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'gongkai-dynamodb-'));
  const { endpoint, close } = await serveDynamoDb(directory, { service: 'DynamoDB', port: 0, option: '--port' });
  const credentials = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  const dynamo = createDynamoClient(readEnv(AwsEnv, { ...credentials, AWS_ENDPOINT_URL_DYNAMODB: endpoint }));
  const TableName = 'gongkai';
  await createTable(dynamo, TableName);
  for (const sk of ['1', '2', '3']) await dynamo.send(new PutCommand({ TableName, Item: { pk: 'a', sk } }));
  const [keys, values] = [vi.spyOn(AbstractLevel.prototype, 'keys'), vi.spyOn(AbstractLevel.prototype, 'values')];
  const condition = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'a' } };
  for (const Limit of [1, 10]) await dynamo.send(new QueryCommand({ TableName, ...condition, Limit }));
  const opened = [...keys.mock.results, ...values.mock.results].map(({ value }) => value);
  expect(opened.length).toBeGreaterThan(1);
  for (const iterator of opened)
    await expect(iterator.next()).rejects.toMatchObject({ code: 'LEVEL_ITERATOR_NOT_OPEN' });
  dynamo.destroy();
  await close();
  await rm(directory, { recursive: true });
});
