import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AwsEnv, clientConfig } from './env.ts';

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
