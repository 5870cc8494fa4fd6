import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The table and the client that speaks to it. */
export interface TableClient {
  readonly dynamo: DynamoDBDocumentClient;
  readonly tableName: string;
}
