import type { TableKey } from '../../table.ts';
import { batchGet, type Item } from '../batch.ts';
import { loggedAfter } from '../stamp/change-log.ts';
import type { Settled, Stamp } from '../stamp/stamp.ts';
import type { TableClient } from '../table-client.ts';
import type { ListKind } from './list-kinds.ts';

/** Items of a list that may have changed, by their keys, as they are now; null where an item is gone. */
export type ChangedItems = ReadonlyMap<string, Item | null>;

/** From when a list is known, and how much of it may be read again. */
export interface Since {
  readonly settled: Settled;
  readonly stamp: Stamp;
  /** More changes than this are not looked at. */
  readonly most: number;
}

/**
 * What of a list may have changed since it was known: one Query of the log, and consistently one BatchGet for a hundred items; none
 * where there was no change. Null where there are too many, and where a release that kept no log has written meanwhile.
 */
export async function changedItems<Line>(
  table: TableClient,
  kind: ListKind<Line>,
  { settled, stamp, most }: Since,
): Promise<ChangedItems | null> {
  if (settled.unlogged !== stamp.settled.unlogged || stamp.changes - settled.change > most) return null;
  if (stamp.changes === settled.change) return new Map();
  const documents = await loggedAfter(table, settled.change);
  const keys = new Map(documents.flatMap((document) => named(kind.changedBy(document))));
  if (keys.size > most) return null;
  const changed = new Map<string, Item | null>([...keys.keys()].map((name) => [name, null]));
  for (const item of await batchGet(table, [...keys.values()], true)) changed.set(nameOf(item), item);
  return changed;
}

function named(key: TableKey | null): (readonly [string, TableKey])[] {
  return key === null ? [] : [[nameOf(key), key]];
}

export function nameOf({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string {
  return `${pk}|${sk}`;
}
