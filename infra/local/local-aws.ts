import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createSqsClient } from '../aws/aws-clients.ts';
import { createDynamoClient } from '../aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../aws/env.ts';
import { exportPrefixes } from '../aws/exports.ts';
import { defaultTableName } from '../store/table.ts';
import type { Closers } from './closers.ts';
import { createTable } from './create-table.ts';
import { startDynamoDb } from './dynamodb-server.ts';
import { holdFolder } from './hold-folder.ts';
import { createQueues, type Queues } from './queues.ts';
import { creationMessage, localRegion, testMessage } from './s3/object-version.ts';
import { type LocalS3, startS3 } from './s3/s3-server.ts';
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
  readonly SEARCH_FOLDER: string;
}

/** The queue of object events, with a client that is its owner's to use. */
interface LocalQueue extends Queues {
  readonly endpoint: string;
  readonly sqs: SQSClient;
  /** Sends a message to the queue. */
  tell(body: string): Promise<void>;
}

/** The three services, running and set up as in the cloud. */
export interface LocalAws {
  readonly env: LocalEnv;
  readonly s3: LocalS3;
  readonly queue: LocalQueue;
  readonly dynamo: DynamoDBDocumentClient;
}

export interface LocalAwsOptions {
  readonly dataDir: string;
  readonly ports: LocalPorts;
  readonly retrySeconds: number;
  /** Told, with the notification of the bucket, of each export that is wanted. Absent: nobody writes any. */
  readonly onWanted?: (notification: string) => void;
  /** Told when a service can serve no longer. */
  readonly onFailure: (error: Error) => void;
}

/**
 * Starts S3, SQS and DynamoDB and makes bucket, queues and table. What it opens it adds to `closers`.
 * Throws `FolderInUse`, `PortInUse`.
 */
export async function startLocalAws(options: LocalAwsOptions, closers: Closers): Promise<LocalAws> {
  const { dataDir, ports, retrySeconds, onWanted, onFailure } = options;
  await mkdir(dataDir, { recursive: true });
  closers.add(await holdFolder(dataDir));
  const queue = await startQueue(ports.sqs, retrySeconds, closers);
  const table = await startTable(path.join(dataDir, 'dynamodb'), ports.dynamodb, { closers, onFailure });
  const s3 = await startS3({
    directory: path.join(dataDir, 's3'),
    bucket,
    port: { service: 'S3', port: ports.s3, option: '--s3-port' },
    async onCreated(version, creation) {
      const notification = creationMessage(version, creation);
      if (version.key.startsWith(exportPrefixes.requests)) onWanted?.(notification);
      else await queue.tell(notification);
    },
  });
  closers.add(s3.close);
  await queue.tell(testMessage(bucket, new Date()));
  const env: LocalEnv = {
    ...credentials,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SQS: queue.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    TABLE_NAME: defaultTableName,
    LISTS_BEHIND_MS: '0',
    LIST_LINES: '200000',
    BUCKET_NAME: bucket,
    QUEUE_URL: queue.queueUrl,
    DEAD_LETTER_URL: queue.deadLetterUrl,
    SEARCH_FOLDER: path.join(dataDir, 'search'),
  };
  return { env, s3, queue, dynamo: table.dynamo };
}

async function startQueue(port: number, retrySeconds: number, closers: Closers): Promise<LocalQueue> {
  const { endpoint, close } = await startSqs({ service: 'SQS', port, option: '--sqs-port' });
  closers.add(close);
  const sqs = createSqsClient(readEnv(AwsEnv, { ...credentials, AWS_ENDPOINT_URL_SQS: endpoint }));
  closers.add(async () => sqs.destroy());
  const queues = await createQueues(sqs, { name: queueName, retrySeconds });
  return {
    ...{ endpoint, sqs, ...queues },
    async tell(body) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queues.queueUrl, MessageBody: body }));
    },
  };
}

interface Surroundings extends Pick<LocalAwsOptions, 'onFailure'> {
  readonly closers: Closers;
}

async function startTable(directory: string, port: number, { closers, onFailure }: Surroundings) {
  const request = { service: 'DynamoDB', port, option: '--dynamodb-port' };
  const { endpoint, close } = await startDynamoDb(directory, request, onFailure);
  closers.add(close);
  const dynamo = createDynamoClient(readEnv(AwsEnv, { ...credentials, AWS_ENDPOINT_URL_DYNAMODB: endpoint }));
  closers.add(async () => dynamo.destroy());
  await createTable(dynamo, defaultTableName);
  return { endpoint, dynamo };
}
