import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { Agency } from '../../../schema/record/agency.ts';
import { Comparison } from '../../../schema/record/comparison.ts';
import { bySubject, DenominatorStatement } from '../../../schema/record/denominator.ts';
import { byAgencyAndKind, byDivisionAndName, byIngestion } from '../../../schema/record/lists/order.ts';
import { type RegisteredAgency, RegisterStatement, registered } from '../../../schema/record/register.ts';
import { UndecidedUpload } from '../../../schema/record/undecided.ts';
import type { DocumentRef, VersionHead } from '../../../schema/record/version-head.ts';
import type { Item, TableClient } from '../calls.ts';
import { agencyOf, comparisonOf, headAttributes, headOf } from '../heads/items.ts';
import {
  agenciesPartition,
  changeIndexKeys,
  comparisonsPartition,
  denominatorsPartition,
  documentsPartition,
  listNamesKey,
  registerPartition,
  removalKey,
  type TableKey,
  undecidedPartition,
} from '../table.ts';

/**
 * Says that an item of a list, by its partition of gsi1, is about to be deleted. Written before it is: then a writer that dies in
 * between has told of what it has not done, and whoever reads it looks at the item itself.
 */
export async function announceRemoval(table: TableClient, partition: string, of: TableKey): Promise<void> {
  const Item = { ...removalKey(partition, of), ...changeIndexKeys(partition, Date.now()), of };
  await table.dynamo.send(new PutCommand({ TableName: table.tableName, Item }));
}

const Removal = z.object({ of: z.object({ pk: z.string(), sk: z.string() }) });

/** What an item says is about to be deleted; null where it is a line of a list itself. */
export function removedBy(item: Item): TableKey | null {
  return 'of' in item ? Removal.parse(item).of : null;
}

/** A list: which items are its lines, and what is made of them. */
export interface ListKind<Line> {
  /** Its partition of gsi1. */
  readonly partition: string;
  /** What of an item is needed. */
  readonly attributes: readonly string[];
  readonly read: (item: Item) => Line;
  readonly order: (a: Line, b: Line) => number;
}

export const agencyList: ListKind<Agency> = {
  partition: agenciesPartition,
  attributes: Object.keys(Agency.shape),
  read: agencyOf,
  order: byDivisionAndName((agency) => agency),
};

/** Everything ever said of an organ's being there, the newest statements among it. */
export const registerList: ListKind<RegisteredAgency> = {
  partition: registerPartition,
  attributes: Object.keys(RegisterStatement.shape),
  read: (item) => registered(RegisterStatement.parse(item)),
  order: byDivisionAndName((agency) => agency),
};

/** Everything ever said of what figures of divisions are divided by, the newest statements among it. */
export const denominatorList: ListKind<DenominatorStatement> = {
  partition: denominatorsPartition,
  attributes: Object.keys(DenominatorStatement.shape),
  read: (item) => DenominatorStatement.parse(item),
  order: bySubject,
};

/** Uploads of which it is not decided whose report they are. */
export const undecidedList: ListKind<UndecidedUpload> = {
  partition: undecidedPartition,
  attributes: Object.keys(UndecidedUpload.shape),
  read: (item) => UndecidedUpload.parse(item),
  order: byIngestion,
};

export function documentList(kind: VersionHead['kind'], year: number): ListKind<VersionHead> {
  return {
    partition: documentsPartition({ kind, year }),
    attributes: headAttributes,
    read: headOf,
    order: byDivisionAndName(({ agencyId, agencyName, divisionCode }) => ({
      id: agencyId,
      name: agencyName,
      divisionCode,
    })),
  };
}

/** Comparisons with findings, under the year of the later report. */
export function comparisonList(year: number): ListKind<Comparison> {
  return {
    partition: comparisonsPartition(year),
    attributes: Object.keys(Comparison.shape),
    read: comparisonOf,
    order: byAgencyAndKind,
  };
}

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
