import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Scope } from '../../../schema/list-store.ts';
import type { VersionRef } from '../../../schema/record-store.ts';
import { stampKey } from '../../table.ts';
import type { TableClient } from '../table-client.ts';
import { type StampItem, stampItemOf } from './stamp-item.ts';

export type StampedScope = Exclude<Scope, `agency/${string}`>;

/** A list that is kept. */
export type ListScope = Exclude<StampedScope, 'table'>;

/**
 * What the stamp of the table says. A writer counts the lists up and announces itself before it changes anything that a
 * reader can see, and takes itself off after: what was read while nobody was announced holds as long as the count stands.
 */
export interface Stamp {
  /** What a scope is at; null while a write to it is under way, or an index may still lag behind it. */
  versionOf(scope: StampedScope): string | null;
  /** How often a list was ever changed. */
  countOf(list: ListScope): number;
  /** Years of which anything was ever written, oldest first. */
  readonly years: readonly number[];
  /** Until which change everything can be seen in the table; of later ones the log tells, see `change-log.ts`. */
  readonly settled: Settled;
  /** Number of the last change announced. */
  readonly changes: number;
  /** Whether an index may still show what was before a write that has ended. */
  readonly isLagging: boolean;
}

/** A point in the order of changes. */
export interface Settled {
  /** Number of the last change up to which all have ended. */
  readonly change: number;
  /** Changes ever made by a release that kept no log of them. Where two points differ in it, the log between them has gaps. */
  readonly unlogged: number;
}

/** When it is, in milliseconds since 1970, and how long after a write an index may still show what was before. */
export interface StampClock {
  readonly now: () => number;
  readonly indexLagMs: number;
}

const yearScope = /^(?:reports|plans)\/(\d+)$/;

/** Reads the stamp, consistently. */
export async function readStamp({ dynamo, tableName }: TableClient, { now, indexLagMs }: StampClock): Promise<Stamp> {
  const get = new GetCommand({ TableName: tableName, Key: stampKey, ConsistentRead: true });
  const item = stampItemOf((await dynamo.send(get)).Item);
  const asOf = now();
  const writing = item.announcements.filter(({ until }) => until > asOf);
  const isLagging = asOf < item.writtenAt + indexLagMs;
  return {
    versionOf: (scope) =>
      isLagging || writing.some((each) => concerns(scope, each.scope)) ? null : String(item.countOf(scope)),
    countOf: (list) => item.countOf(list),
    years: yearsOf(item),
    settled: {
      change: Math.min(item.changes, ...writing.map(({ since }) => since)),
      unlogged: item.countOf('table') - item.changes,
    },
    changes: item.changes,
    isLagging,
  };
}

/** The list that a document stands in. */
export function listOf({ kind, year }: Pick<VersionRef, 'year' | 'kind'>): ListScope {
  return kind === 'annual-report' ? `reports/${year}` : `plans/${year}`;
}

function concerns(scope: StampedScope, written: string): boolean {
  return scope === 'table' || scope === 'agencies' || scope === written;
}

function yearsOf({ counted }: StampItem): number[] {
  const years = counted.flatMap((name) => yearScope.exec(name)?.[1] ?? []);
  return [...new Set(years.map(Number))].sort((a, b) => a - b);
}
