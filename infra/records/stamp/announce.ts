import { randomUUID } from 'node:crypto';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentRef } from '../../../schema/record-store.ts';
import { stampKey } from '../../table.ts';
import type { TableClient } from '../table-client.ts';
import { logChange } from './change-log.ts';
import { type ListScope, listOf } from './stamp.ts';
import { type StampItem, stampItemOf, tokenOf } from './stamp-item.ts';

/** Longer than any writer lives: a function on Lambda is ended after fifteen minutes. One that died stays announced so long. */
const longestWriteMs = 16 * 60_000;

/** Says that a document is about to change, and with it the list it stands in. */
export type Announce = (document: DocumentRef) => Promise<void>;

/** What announced work has done. */
export interface Announced<T> {
  readonly result: T;
  /** Each time a list was announced, and how often it ever was by then. */
  readonly lists: readonly (readonly [ListScope, number])[];
}

/** An announcement of a list that stands. */
interface Open {
  readonly token: string;
  /** Number of the change. */
  readonly change: number;
  readonly logged: Set<string>;
}

/**
 * Does work that announces each list before it changes it, logs each document before it changes it, and takes the announcements
 * off when it is done: one call a list, one a document, one before and one after all. Work that throws stays announced: it may be half done.
 */
export async function announcing<T>(
  table: TableClient,
  work: (announce: Announce) => Promise<T>,
): Promise<Announced<T>> {
  const open = new Map<ListScope, Open>();
  const lists: [ListScope, number][] = [];
  const expired = new Set<string>();
  let since: number | undefined;
  const announceList = async (scope: ListScope): Promise<Open> => {
    since ??= await lastChange(table);
    const token = tokenOf({ until: Date.now() + longestWriteMs, scope, since }, randomUUID());
    const item = await announce(table, scope, token);
    for (const each of item.announcements) if (each.until <= Date.now()) expired.add(each.token);
    lists.push([scope, item.countOf(scope)], ['agencies', item.countOf('agencies')]);
    const opened = { token, change: item.changes, logged: new Set<string>() };
    open.set(scope, opened);
    return opened;
  };
  const result = await work(async (document) => {
    const scope = listOf(document);
    const { change, logged } = open.get(scope) ?? (await announceList(scope));
    const name = `${document.agencyId} ${document.slot}`;
    if (logged.has(name)) return;
    await logChange(table, change, document);
    logged.add(name);
  });
  if (open.size > 0) await withdraw(table, [...[...open.values()].map(({ token }) => token), ...expired]);
  return { result, lists };
}

/** Where the count of changes was at some moment before now. */
async function lastChange({ dynamo, tableName }: TableClient): Promise<number> {
  const get = { TableName: tableName, Key: stampKey, ProjectionExpression: 'changes' };
  return stampItemOf((await dynamo.send(new GetCommand(get))).Item).changes;
}

async function announce({ dynamo, tableName }: TableClient, scope: ListScope, token: string): Promise<StampItem> {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: stampKey,
    UpdateExpression: 'ADD #list :one, #agencies :one, #table :one, changes :one, pending :token',
    ExpressionAttributeNames: { '#list': scope, '#agencies': 'agencies', '#table': 'table' },
    ExpressionAttributeValues: { ':one': 1, ':token': new Set([token]) },
    ReturnValues: 'ALL_NEW',
  });
  return stampItemOf((await dynamo.send(update)).Attributes);
}

async function withdraw({ dynamo, tableName }: TableClient, tokens: readonly string[]): Promise<void> {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: stampKey,
    UpdateExpression: 'SET writtenAt = :now DELETE pending :tokens',
    ExpressionAttributeValues: { ':now': Date.now(), ':tokens': new Set(tokens) },
  });
  await dynamo.send(update);
}
