import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Ingestion } from '../../../schema/record/ingestion.ts';
import type { TableClient } from '../table-client.ts';
import { ingestionItem } from './ingestion-item.ts';

/**
 * Stores what happened to an object version over what was known when it began. False where something else stands there by
 * now: another delivery was faster, and what it filed has to be looked at first.
 */
export async function putIngestion(
  { dynamo, tableName }: TableClient,
  ingestion: Ingestion,
  known: Ingestion | null,
): Promise<boolean> {
  try {
    await dynamo.send(new PutCommand({ TableName: tableName, Item: ingestionItem(ingestion), ...stillStands(known) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function stillStands(known: Ingestion | null): Partial<PutCommandInput> {
  if (known === null) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: 'parserVersion = :parserVersion AND finishedAt = :finishedAt',
    ExpressionAttributeValues: { ':parserVersion': known.parserVersion, ':finishedAt': known.finishedAt },
  };
}
