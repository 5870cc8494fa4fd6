import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentRef } from '../../../schema/record/record-store.ts';
import { listNamesKey } from '../table.ts';
import type { TableClient } from '../table-client.ts';

/** Notes that something is about to be stored in the list of a document. */
export type NoteList = (document: Pick<DocumentRef, 'kind' | 'year'>) => Promise<void>;

/** One call for each list, the first time that this process writes to it. */
export function createNoteList({ dynamo, tableName }: TableClient): NoteList {
  const noted = new Set<string>();
  return async (document) => {
    const name = `${listNames[document.kind]}/${document.year}`;
    if (noted.has(name)) return;
    const add = { UpdateExpression: 'ADD #list :one', ExpressionAttributeValues: { ':one': 1 } };
    const key = { TableName: tableName, Key: listNamesKey, ExpressionAttributeNames: { '#list': name } };
    await dynamo.send(new UpdateCommand({ ...key, ...add }));
    noted.add(name);
  };
}

const listNames = { 'annual-report': 'reports', 'work-plan': 'plans' } as const;

const nameOfList = /^(?:reports|plans)\/(\d+)$/;

/** Years of which anything was ever stored, oldest first. Consistent. */
export async function readStoredYears({ dynamo, tableName }: TableClient): Promise<number[]> {
  const get = new GetCommand({ TableName: tableName, Key: listNamesKey, ConsistentRead: true });
  const names = Object.keys((await dynamo.send(get)).Item ?? {});
  const years = names.flatMap((name) => nameOfList.exec(name)?.[1] ?? []).map(Number);
  return [...new Set(years)].sort((a, b) => a - b);
}
