import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AbstractLevel } from 'abstract-level';
import { afterEach, expect, test, vi } from 'vitest';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { createTable } from '../../../infra/local/create-table.ts';
import { startDynamoDb } from '../../../infra/local/dynamodb-server.ts';
import { serveDynamoDb } from '../../../infra/local/serve-dynamodb.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const request = { service: 'DynamoDB', port: 0, option: '--port' };
const TableName = 'gongkai';

function clientOf(endpoint: string) {
  const credentials = { AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  return createDynamoClient(readEnv(AwsEnv, { ...credentials, AWS_ENDPOINT_URL_DYNAMODB: endpoint }));
}

test('a query leaves no iterator of the database open, also where it ends before the items do', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'gongkai-dynamodb-'));
  const { endpoint, close } = await serveDynamoDb(directory, request);
  const dynamo = clientOf(endpoint);
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

test('a database that can no longer be written says so to who started it', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'gongkai-dynamodb-'));
  const failed = Promise.withResolvers<Error>();
  const { endpoint } = await startDynamoDb(directory, request, failed.resolve);
  const dynamo = clientOf(endpoint);
  await createTable(dynamo, TableName);
  await rm(directory, { recursive: true });
  // The files that are open are written on; the first new one fails.
  const large = 'x'.repeat(300_000);
  const aborted = new AbortController();
  const writing = (async () => {
    for (let sk = 0; ; sk += 1)
      await dynamo.send(new PutCommand({ TableName, Item: { pk: 'a', sk: String(sk), large } }), {
        abortSignal: aborted.signal,
      });
  })();
  const ended = expect(writing).rejects.toThrow();
  expect((await failed.promise).message).toContain(directory);
  aborted.abort();
  await ended;
  dynamo.destroy();
});
