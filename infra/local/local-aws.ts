import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoClient, createSqsClient } from '../aws-clients.ts';
import { AwsEnv, readEnv } from '../env.ts';
import { defaultTableName } from '../table.ts';
import type { Closers } from './closers.ts';
import { createTable } from './create-table.ts';
import { startDynamoDb } from './dynamodb-server.ts';
import { holdFolder } from './hold-folder.ts';
import { createQueues } from './queues.ts';
import { creationMessage, localRegion, testMessage } from './s3-notification.ts';
import { type LocalS3, startS3 } from './s3-server.ts';
import { startSqs } from './sqs-server.ts';

/** Ports of the three services; 0 takes any that is free. */
export interface LocalPorts {
  readonly s3: number;
  readonly sqs: number;
  readonly dynamodb: number;
}

export const defaultPorts: LocalPorts = { s3: 4568, sqs: 4576, dynamodb: 4569 };

/** Names of the bucket and the queue on one machine. */
const bucket = 'gongkai';
const queueName = 'gongkai-ingest';

/** Any keys will do; the SDKs want some. */
const credentials = { AWS_REGION: localRegion, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

/** The names functions and tools look for in their environment. */
export interface LocalEnv extends Readonly<Record<string, string>> {
  readonly AWS_ENDPOINT_URL_S3: string;
  readonly AWS_ENDPOINT_URL_SQS: string;
  readonly AWS_ENDPOINT_URL_DYNAMODB: string;
  readonly TABLE_NAME: string;
  readonly BUCKET_NAME: string;
  readonly QUEUE_URL: string;
  readonly DEAD_LETTER_URL: string;
}

/** The three services, running and set up as in the cloud. */
export interface LocalAws {
  readonly env: LocalEnv;
  readonly s3: LocalS3;
  readonly sqs: SQSClient;
  readonly dynamo: DynamoDBDocumentClient;
}

export interface LocalAwsOptions {
  readonly dataDir: string;
  readonly ports: LocalPorts;
  readonly retrySeconds: number;
}

/** Starts S3, SQS and DynamoDB and makes bucket, queues and table. What it opens it adds to `closers`. Throws `FolderInUse`, `PortInUse`. */
export async function startLocalAws(options: LocalAwsOptions, closers: Closers): Promise<LocalAws> {
  const { dataDir, ports, retrySeconds } = options;
  const folders = { s3: path.join(dataDir, 's3'), dynamodb: path.join(dataDir, 'dynamodb') };
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
  closers.add(await holdFolder(dataDir));

  const sqsServer = await startSqs({ service: 'SQS', port: ports.sqs, option: '--sqs-port' });
  closers.add(sqsServer.close);
  const sqs = createSqsClient(readEnv(AwsEnv, { ...credentials, AWS_ENDPOINT_URL_SQS: sqsServer.endpoint }));
  closers.add(async () => sqs.destroy());
  const { queueUrl, deadLetterUrl } = await createQueues(sqs, { name: queueName, retrySeconds });

  const dynamoPort = { service: 'DynamoDB', port: ports.dynamodb, option: '--dynamodb-port' };
  const dynamoServer = await startDynamoDb(folders.dynamodb, dynamoPort);
  closers.add(dynamoServer.close);
  const dynamo = createDynamoClient(
    readEnv(AwsEnv, { ...credentials, AWS_ENDPOINT_URL_DYNAMODB: dynamoServer.endpoint }),
  );
  closers.add(async () => dynamo.destroy());
  await createTable(dynamo, defaultTableName);

  const tell = async (body: string) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  };
  const s3 = await startS3({
    directory: folders.s3,
    bucket,
    port: { service: 'S3', port: ports.s3, option: '--s3-port' },
    onCreated: (version, creation) => tell(creationMessage(version, creation)),
  });
  closers.add(s3.close);
  await tell(testMessage(bucket, new Date()));

  const env: LocalEnv = {
    ...credentials,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SQS: sqsServer.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoServer.endpoint,
    TABLE_NAME: defaultTableName,
    BUCKET_NAME: bucket,
    QUEUE_URL: queueUrl,
    DEAD_LETTER_URL: deadLetterUrl,
  };
  return { env, s3, sqs, dynamo };
}
