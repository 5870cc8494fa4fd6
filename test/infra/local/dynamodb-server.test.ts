import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AbstractLevel } from 'abstract-level';
import { expect, test, vi } from 'vitest';
import { startTestAws } from '../../support/local-aws.ts';

test('a query leaves no iterator of the database open, also where it ends before the items do', async () => {
  const aws = await startTestAws();
  const { dynamo, tableName: TableName } = await aws.newTable();
  for (const sk of ['1', '2', '3']) await dynamo.send(new PutCommand({ TableName, Item: { pk: 'a', sk } }));
  const [keys, values] = [vi.spyOn(AbstractLevel.prototype, 'keys'), vi.spyOn(AbstractLevel.prototype, 'values')];
  const condition = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'a' } };
  for (const Limit of [1, 10]) await dynamo.send(new QueryCommand({ TableName, ...condition, Limit }));
  const opened = [...keys.mock.results, ...values.mock.results].map(({ value }) => value);
  expect(opened.length).toBeGreaterThan(1);
  for (const iterator of opened)
    await expect(iterator.next()).rejects.toMatchObject({ code: 'LEVEL_ITERATOR_NOT_OPEN' });
  vi.restoreAllMocks();
  await aws.close();
});
