import { randomUUID } from 'node:crypto';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Scope } from '../../schema/list-store.ts';
import type { VersionRef } from '../../schema/record-store.ts';
import { stampKey } from '../table.ts';
import type { TableClient } from './table-client.ts';

export type StampedScope = Exclude<Scope, `agency/${string}`>;

/**
 * What the stamp of the table says. A writer counts the lists up and announces itself before it changes anything that a
 * reader can see, and takes itself off after: what was read while nobody was announced holds as long as the count stands.
 */
export interface Stamp {
  /** What a scope is at; null while a write to it is under way, or an index may still lag behind it. */
  versionOf(scope: StampedScope): string | null;
  /** Years of which anything was ever written, oldest first. */
  readonly years: readonly number[];
}

/** When it is, in milliseconds since 1970, and how long after a write an index may still show what was before. */
export interface StampClock {
  readonly now: () => number;
  readonly indexLagMs: number;
}

/** Longer than any writer lives: a function on Lambda is ended after fifteen minutes. One that died stays announced so long. */
const longestWriteMs = 16 * 60_000;

const StampItem = z.looseObject({
  pending: z.set(z.string()).default(new Set<string>()),
  writtenAt: z.number().default(0),
});
type StampItem = z.infer<typeof StampItem>;

const yearScope = /^(?:reports|plans)\/(\d+)$/;

/** Reads the stamp, consistently. */
export async function readStamp({ dynamo, tableName }: TableClient, { now, indexLagMs }: StampClock): Promise<Stamp> {
  const { Item } = await dynamo.send(new GetCommand({ TableName: tableName, Key: stampKey, ConsistentRead: true }));
  const item = StampItem.parse(Item ?? {});
  const asOf = now();
  const writing = announcements(item).flatMap(({ until, scope }) => (until > asOf ? [scope] : []));
  const lagging = asOf < item.writtenAt + indexLagMs;
  return {
    versionOf: (scope) =>
      lagging || writing.some((each) => concerns(scope, each))
        ? null
        : String(z.number().default(0).parse(item[scope])),
    years: yearsOf(item),
  };
}

type Document = Pick<VersionRef, 'agencyId' | 'year' | 'kind'>;

/** Says that the list a document stands in is about to change. */
export type Announce = (document: Document) => Promise<void>;

/**
 * Does work that announces each list before it changes it, and takes the announcements off when it is done: one call a list
 * and one for all. Work that throws stays announced: it may be half done.
 */
export async function announcing<T>(table: TableClient, work: (announce: Announce) => Promise<T>): Promise<T> {
  const open = new Map<StampedScope, string>();
  const expired: string[] = [];
  const result = await work(async (document) => {
    const scope = listOf(document);
    if (open.has(scope)) return;
    const token = [Date.now() + longestWriteMs, scope, document.agencyId, randomUUID()].join(separator);
    open.set(scope, token);
    const item = await announce(table, scope, token);
    expired.push(...announcements(item).flatMap((each) => (each.until <= Date.now() ? [each.token] : [])));
  });
  if (open.size > 0) await withdraw(table, [...open.values(), ...expired]);
  return result;
}

/** The list that a document stands in. */
export function listOf({ kind, year }: Omit<Document, 'agencyId'>): StampedScope {
  return kind === 'annual-report' ? `reports/${year}` : `plans/${year}`;
}

function concerns(scope: StampedScope, written: string): boolean {
  return scope === 'table' || scope === 'agencies' || scope === written;
}

const separator = '|';

interface Announcement {
  readonly token: string;
  readonly until: number;
  readonly scope: string;
}

function announcements({ pending }: StampItem): Announcement[] {
  return [...pending].map((token) => {
    const [until, scope = ''] = token.split(separator);
    return { token, until: Number(until), scope };
  });
}

function yearsOf(item: StampItem): number[] {
  const years = Object.keys(item).flatMap((name) => yearScope.exec(name)?.[1] ?? []);
  return [...new Set(years.map(Number))].sort((a, b) => a - b);
}

async function announce({ dynamo, tableName }: TableClient, scope: string, token: string): Promise<StampItem> {
  const update = new UpdateCommand({
    TableName: tableName,
    Key: stampKey,
    UpdateExpression: 'ADD #list :one, #agencies :one, #table :one, pending :token',
    ExpressionAttributeNames: { '#list': scope, '#agencies': 'agencies', '#table': 'table' },
    ExpressionAttributeValues: { ':one': 1, ':token': new Set([token]) },
    ReturnValues: 'ALL_NEW',
  });
  return StampItem.parse((await dynamo.send(update)).Attributes);
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
