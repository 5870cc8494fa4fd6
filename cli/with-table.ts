import { createDynamoClient } from '../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../infra/aws/env.ts';
import type { TableClient } from '../infra/store/calls.ts';
import type { Target } from './target.ts';

/** Works with the table of a stack, by a client of its own. */
export async function withTable<Answer>(
  target: Target,
  work: (table: TableClient) => Promise<Answer>,
): Promise<Answer> {
  const dynamo = createDynamoClient(readEnv(AwsEnv, target.env));
  try {
    return await work({ dynamo, tableName: target.tableName });
  } finally {
    dynamo.destroy();
  }
}
