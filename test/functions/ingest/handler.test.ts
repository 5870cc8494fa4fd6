import { readFile } from 'node:fs/promises';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler, type IngestHandler } from '../../../functions/ingest/handler.ts';
import { creationMessage, testMessage } from '../../../infra/local/s3/object-version.ts';
import { sqsEvent } from '../../../infra/local/sqs-event.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

let aws: TestAws;
let handler: IngestHandler;
beforeAll(async () => {
  aws = await startTestAws();
  handler = createHandler({ ...aws.stack.env, LOG_LEVEL: 'SILENT' });
});
afterAll(async () => {
  await handler.close();
  await aws.close();
});

function eventOf(...bodies: readonly string[]): SQSEvent {
  const messages = bodies.map((Body, index) => ({ MessageId: `m${index}`, ReceiptHandle: `r${index}`, Body }));
  return sqsEvent(messages, aws.stack.queueUrl);
}

async function uploadSample(name: string): Promise<string> {
  const bytes = await readFile(new URL(`../../../samples/${name}`, import.meta.url));
  const versionId = await aws.upload(`raw/${name}`, bytes);
  return creationMessage(
    { bucket: aws.stack.bucket, key: `raw/${name}`, versionId, size: bytes.length, eTag: '' },
    'Put',
  );
}

test('a batch answers with the messages that failed, and the others are done', async () => {
  const good = await uploadSample('neijiang-2020.txt');
  const answer = await handler.handle(eventOf('poison', good, testMessage(aws.stack.bucket, new Date(0))));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  const reader = createRecordReader({ dynamo: aws.newDynamo(), tableName: aws.stack.tableName });
  const { items } = await reader.reports({ years: [2020] }, { first: 9, after: null });
  expect(items.map(({ agencyName, outcome, complete }) => [agencyName, outcome, complete])).toEqual([
    ['内江市人民政府', 'published', true],
  ]);
  expect(items[0]?.figures).toMatchObject({ 'applications.newlyReceived.total': 224 });
});

test('a batch that fails whole answers with every message instead of throwing', async () => {
  const answer = await handler.handle(eventOf('poison', '{}'));
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m0', 'm1']);
});

test('without its settings the function says what is missing', () => {
  expect(() => createHandler({})).toThrow('TABLE_NAME');
});
