import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AwsEnv } from './env.ts';

/** A client of the records table. Call `destroy` when done. */
export function createDynamoClient(env: AwsEnv): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...common(env), ...endpoint(env.AWS_ENDPOINT_URL_DYNAMODB) });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** A client of the bucket. An endpoint of one's own is spoken to by path: `bucket.localhost` seldom resolves. */
export function createS3Client(env: AwsEnv): S3Client {
  const url = env.AWS_ENDPOINT_URL_S3;
  return new S3Client({ ...common(env), ...endpoint(url), forcePathStyle: url !== undefined });
}

/** A client of the queue. */
export function createSqsClient(env: AwsEnv): SQSClient {
  return new SQSClient({ ...common(env), ...endpoint(env.AWS_ENDPOINT_URL_SQS) });
}

function endpoint(url: string | undefined) {
  return url === undefined ? {} : { endpoint: url };
}

function common(env: AwsEnv) {
  return { ...(env.AWS_REGION === undefined ? {} : { region: env.AWS_REGION }), ...credentials(env) };
}

function credentials(env: AwsEnv) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = env;
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  const session = token === undefined ? {} : { sessionToken: token };
  return { credentials: { accessKeyId, secretAccessKey, ...session } };
}
