import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AwsEnv } from './env.ts';

type ClientLogger = NonNullable<DynamoDBClientConfig['logger']>;

const nothing = (): void => undefined;

/**
 * A logger without `info`. For one that has it, even one that writes nothing as the client's own, the client copies every answer
 * value by value. The type asks for a method that the client does without.
 */
const uninformed = { trace: nothing, debug: nothing, warn: nothing, error: nothing } as unknown as ClientLogger;

/** A client of the records table. Call `destroy` when done. */
export function createDynamoClient(env: AwsEnv): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...clientConfig(env, env.AWS_ENDPOINT_URL_DYNAMODB), logger: uninformed });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** A client of the bucket. An endpoint of one's own is spoken to by path: `bucket.localhost` seldom resolves. */
export function createS3Client(env: AwsEnv): S3Client {
  const config = clientConfig(env, env.AWS_ENDPOINT_URL_S3);
  return new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });
}

/** A client of the queue. */
export function createSqsClient(env: AwsEnv): SQSClient {
  return new SQSClient(clientConfig(env, env.AWS_ENDPOINT_URL_SQS));
}

/** What a client of any service is made of. `ownEndpoint` is the service's own variable, which comes before the common one. */
export function clientConfig(env: AwsEnv, ownEndpoint?: string): ClientConfig {
  const endpoint = ownEndpoint ?? env.AWS_ENDPOINT_URL;
  return {
    ...(env.AWS_REGION === undefined ? {} : { region: env.AWS_REGION }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...credentials(env),
  };
}

interface ClientConfig {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

function credentials(env: AwsEnv) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = env;
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  const session = token === undefined ? {} : { sessionToken: token };
  return { credentials: { accessKeyId, secretAccessKey, ...session } };
}
