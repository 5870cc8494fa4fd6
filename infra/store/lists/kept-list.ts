import { randomUUID } from 'node:crypto';
import type { ListSnapshot } from '../../../schema/record/list-store.ts';
import { batchGet, type Item, queryAll, type TableClient } from '../calls.ts';
import { changesPartition, changeTime, type TableKey } from '../table.ts';
import { type ListKind, removedBy } from './list-kinds.ts';

/**
 * Changes of the last half a minute are asked for again each time: the clocks of writers differ, and an index shows a change some
 * time after the writer has named its time.
 */
const overlapMs = 30_000;
/** A list is read whole again after so long, which heals whatever no index tells of: items that an earlier release wrote. */
const wholeAgainMs = 60 * 60_000;

/** The lines of one list in memory, brought up to date by one Query of what has changed. */
export interface KeptList<Line> {
  readonly lines: readonly Line[];
  /**
   * The lines as they were at some moment not before `asOf`, which is one of `performance.now()`: from memory where they are known
   * so, else after one refresh for all who wait. A refresh that began earlier may have missed what the asker has written.
   */
  linesAsOf(asOf: number): Promise<ListSnapshot<Line>>;
}

/** A line with its change, by which it is known when it comes again. */
interface Known<Line> {
  readonly line: Line;
  readonly change: string;
}

export function createKeptList<Line>(table: TableClient, kind: ListKind<Line>): KeptList<Line> {
  let known = new Map<string, Known<Line>>();
  let lines: readonly Line[] = [];
  let [asOf, readWholeAt, changedUntil] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  let underWay: Promise<void> | undefined;
  // In another process, or when the list has been forgotten, its versions are others.
  const name = randomUUID();
  let revision = 0;

  async function refresh(): Promise<void> {
    const [began, beganAt] = [performance.now(), Date.now()];
    const isWhole = began - readWholeAt > wholeAgainMs;
    const items = isWhole ? await allItems(table, kind) : await changedItems(table, kind, changedUntil - overlapMs);
    if (isWhole) [known, readWholeAt] = [new Map(), began];
    if (applyChanges(known, items, kind)) {
      lines = [...known.values()].map(({ line }) => line).sort(kind.order);
      revision += 1;
    }
    [asOf, changedUntil] = [began, beganAt];
  }

  return {
    get lines() {
      return lines;
    },
    async linesAsOf(wanted) {
      while (asOf < wanted) {
        underWay ??= refresh().finally(() => {
          underWay = undefined;
        });
        await underWay;
      }
      return { lines, version: `${name} ${revision}` };
    },
  };
}

/** An item of a list as it is now, null where it is gone. */
type Change = readonly [name: string, item: Item | null];

/** Answers whether any line is another than it was. */
function applyChanges<Line>(
  known: Map<string, Known<Line>>,
  changes: readonly Change[],
  kind: ListKind<Line>,
): boolean {
  let isChanged = false;
  for (const [name, item] of changes) {
    const change = `${item?.gsi2sk} ${item?.rank}`;
    if (item === null) isChanged = known.delete(name) || isChanged;
    else if (known.get(name)?.change !== change) {
      known.set(name, { line: kind.read(item), change });
      isChanged = true;
    }
  }
  return isChanged;
}

/** Every item from the index, a call for each megabyte. */
async function allItems<Line>(table: TableClient, kind: ListKind<Line>): Promise<Change[]> {
  const attributes = ['pk', 'sk', 'gsi2sk', 'rank', ...kind.attributes];
  const items = await queryAll(table, { pk: kind.partition, index: 'gsi1', attributes, consistent: false });
  return items.map((item) => [nameOf(item), item]);
}

/** What was changed since, one Query; of what was about to be removed whether it is there, one BatchGet for a hundred. */
async function changedItems<Line>(table: TableClient, kind: ListKind<Line>, since: number): Promise<Change[]> {
  const items = await queryAll(table, {
    pk: changesPartition(kind.partition),
    condition: 'gsi2sk >= :since',
    values: { ':since': changeTime(since) },
    index: 'gsi2',
    consistent: false,
  });
  const removed = new Map(items.flatMap((item) => named(removedBy(item))));
  const changes = new Map<string, Item | null>();
  for (const item of items) if (removedBy(item) === null) changes.set(nameOf(item), lineOf(item));
  for (const name of removed.keys()) changes.set(name, null);
  for (const item of await batchGet(table, [...removed.values()], true)) changes.set(nameOf(item), lineOf(item));
  return [...changes];
}

/** Null of an item that stands in its list no more. */
function lineOf(item: Item): Item | null {
  return 'gsi1pk' in item ? item : null;
}

function named(key: TableKey | null): (readonly [string, TableKey])[] {
  return key === null ? [] : [[nameOf(key), key]];
}

function nameOf({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string {
  return `${pk}|${sk}`;
}
