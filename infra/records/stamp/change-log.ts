import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { DocumentRef } from '../../../schema/record-store.ts';
import { changeKey, changesAfter, changesPartition } from '../../table.ts';
import { queryAll } from '../query-all.ts';
import type { TableClient } from '../table-client.ts';

/** A document that a change was about: what a reader has to read again. */
const Logged = z.object({
  agencyId: z.string(),
  year: z.int(),
  kind: z.enum(['annual-report', 'work-plan']),
  slot: z.string(),
});

/**
 * Notes that a change with this number, as the stamp counts them, is about a document. Written before readers can see the
 * change: a number without an entry is of a writer that has not begun, or never will.
 */
export async function logChange({ dynamo, tableName }: TableClient, change: number, ref: DocumentRef): Promise<void> {
  const { agencyId, year, kind, slot } = ref;
  const Item = { ...changeKey(change, ref), agencyId, year, kind, slot };
  await dynamo.send(new PutCommand({ TableName: tableName, Item }));
}

/** Documents that changes after this one were about, oldest change first; one may come again. Consistent. */
export async function loggedAfter(table: TableClient, change: number): Promise<DocumentRef[]> {
  const items = await queryAll(table, {
    pk: changesPartition,
    condition: 'sk > :after',
    values: { ':after': changesAfter(change) },
    consistent: true,
  });
  return items.map((item) => Logged.parse(item));
}
