import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type AwsEnv, clientConfig } from './env.ts';

// The client of the table, which a function needs when it starts, has a file of its own: these may be loaded when they are needed.

/** A client of the bucket. An endpoint of one's own is spoken to by path: `bucket.localhost` seldom resolves. */
export function createS3Client(env: AwsEnv): S3Client {
  const config = clientConfig(env, env.AWS_ENDPOINT_URL_S3);
  return new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });
}

/** Milliseconds that SQS may be asked to wait for a message. */
const longestPoll = 20_000;

/** A client of the queue. */
export function createSqsClient(env: AwsEnv): SQSClient {
  return new SQSClient(clientConfig(env, env.AWS_ENDPOINT_URL_SQS, longestPoll));
}
