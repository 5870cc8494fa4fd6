import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ObjectNotice } from '../../functions/ingest/s3-event.ts';
import { parseS3Event } from '../../functions/ingest/s3-event.ts';
import { createS3Client, createSqsClient } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { createTable } from '../../infra/local/create-table.ts';
import { type LocalStack, type LocalStackOptions, startLocalStack } from '../../infra/local/local-stack.ts';
import type { TableClient } from '../../infra/store/calls.ts';
import { changesPartition, listNamesKey, removalKey } from '../../infra/store/table.ts';

const freePorts = { s3: 0, sqs: 0, dynamodb: 0 };

/** The embedded AWS in a folder of its own, with clients. */
export interface TestAws {
  readonly stack: LocalStack;
  readonly dataDir: string;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  /** A client of its own, for a test that tampers with it. */
  newDynamo(): DynamoDBDocumentClient;
  /** A table that no other test has written to. */
  newTable(): Promise<TableClient>;
  upload(key: string, body: string | Uint8Array, metadata?: Record<string, string>): Promise<string>;
  /** Takes the next message that tells of an object off the queue. */
  nextNotice(): Promise<ObjectNotice>;
  /** Ends the stack and keeps its folder. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an embedded AWS on free ports; in a new folder unless one is given. */
export async function startTestAws(options: Partial<LocalStackOptions> = {}): Promise<TestAws> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'gongkai-test-')));
  const stack = await startLocalStack({ ports: freePorts, ...options, dataDir }).catch(async (error) => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true });
    throw error;
  });
  const env = readEnv(AwsEnv, stack.env);
  const [s3, sqs] = [createS3Client(env), createSqsClient(env)];
  const dynamos: DynamoDBDocumentClient[] = [];
  const newDynamo = () => {
    const dynamo = createDynamoClient(env);
    dynamos.push(dynamo);
    return dynamo;
  };
  const stop = async () => {
    for (const client of [s3, sqs, ...dynamos]) client.destroy();
    await stack.close();
  };
  let tables = 0;
  return {
    ...{ stack, dataDir, s3, sqs, newDynamo, stop },
    async newTable() {
      tables += 1;
      const table = { dynamo: newDynamo(), tableName: `test-${tables}` };
      await createTable(table.dynamo, table.tableName);
      return table;
    },
    async upload(Key, Body, Metadata = {}) {
      const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: stack.bucket, Key, Body, Metadata }));
      if (VersionId === undefined) throw new Error('S3 gave no version');
      return VersionId;
    },
    nextNotice: () => nextNotice(sqs, stack.queueUrl),
    async close() {
      await stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function nextNotice(sqs: SQSClient, queueUrl: string): Promise<ObjectNotice> {
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 5 }));
    const message = Messages[0];
    if (message?.Body === undefined) throw new Error('No message came');
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    const notice = parseS3Event(message.Body)[0];
    if (notice) return notice;
  }
}

/** Partitions that tell when something was written, or by which process first. */
const accounts = [listNamesKey.pk, removalKey('', listNamesKey).pk];

/** Everything in a table, by key, but what tells when something was written. */
export async function tableContents({ dynamo, tableName }: TableClient): Promise<Record<string, unknown>> {
  const { Items = [], LastEvaluatedKey } = await dynamo.send(new ScanCommand({ TableName: tableName }));
  if (LastEvaluatedKey !== undefined) throw new Error('The table is too large to be looked at whole');
  const items = Items.filter(({ pk }) => !accounts.some((account) => String(pk).startsWith(account)));
  return Object.fromEntries(items.map((item) => [`${item.pk} ${item.sk}`, withoutChange(item)]).sort());
}

function withoutChange({ gsi2pk, gsi2sk, ...item }: Record<string, unknown>): Record<string, unknown> {
  return String(gsi2pk).startsWith(changesPartition('')) ? item : { ...item, gsi2pk, gsi2sk };
}
