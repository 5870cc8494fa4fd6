import { randomUUID } from 'node:crypto';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { snapshotKey, snapshotPartition } from '../../table.ts';
import { batchPut } from '../batch.ts';
import { cut, joined } from '../pieces.ts';
import { queryAll } from '../query-all.ts';
import { type ListScope, readStamp, type Settled, type Stamp } from '../stamp/stamp.ts';
import type { TableClient } from '../table-client.ts';
import { changedItems, nameOf } from './list-changes.ts';
import type { ListKind } from './list-kinds.ts';

/** All lines of a list as they were at one point in the order of changes, so that who begins to read it need not read a thousand items. */
export interface ListSnapshot {
  /** Lines as JSON, in no order. */
  readonly lines: readonly unknown[];
  readonly settled: Settled;
}

const Piece = z.object({
  pk: z.string(),
  sk: z.string(),
  change: z.int(),
  unlogged: z.int(),
  /** How many pieces the snapshot has. */
  of: z.int().positive(),
  bytes: z.instanceof(Uint8Array),
});
type Piece = z.infer<typeof Piece>;

/** A list changed so often is few items, which are as soon read. */
const fewChanges = 256;
/** At most so many changes lie between two snapshots, as a rule. */
const mostChanges = 512;

/** Zstandard level: higher ones save little of figures and hashes. */
const level = 3;

/** The newest snapshot of a list; null where none was made, which takes no call where the list was changed too seldom. */
export async function readSnapshot(table: TableClient, scope: ListScope, stamp: Stamp): Promise<ListSnapshot | null> {
  return stamp.countOf(scope) < fewChanges ? null : snapshotOf(await readPieces(table, scope));
}

/** Stores a snapshot. Older ones stand until they are removed. */
export async function writeSnapshot(table: TableClient, scope: ListScope, snapshot: ListSnapshot): Promise<void> {
  const { change, unlogged } = snapshot.settled;
  const pieces = cut(JSON.stringify(snapshot.lines), level);
  const maker = randomUUID();
  await batchPut(
    table,
    pieces.map((bytes, index) => {
      const key = snapshotKey(scope, change, maker, index);
      return { ...key, change, unlogged, of: pieces.length, bytes };
    }),
  );
}

/** Whether a snapshot is to be made of a list that was changed so often: each time that grows by a sixteenth or less. */
export function isSnapshotDue(count: number): boolean {
  return count >= fewChanges && count % Math.min(mostChanges, 2 ** Math.floor(Math.log2(count / 16))) === 0;
}

/**
 * Makes a snapshot of what the last one says and of what has changed since, read consistently; the first of a table whose log is
 * whole begins with nothing. A table that a release without a log has written to gets none.
 */
export async function renewSnapshot<Line>(table: TableClient, kind: ListKind<Line>): Promise<void> {
  const stamp = await readStamp(table, { now: Date.now, indexLagMs: 0 });
  const pieces = await readPieces(table, kind.scope);
  const last = snapshotOf(pieces) ?? { lines: [], settled: { change: 0, unlogged: 0 } };
  const changed = await changedItems(table, kind, { ...last, stamp, most: Number.POSITIVE_INFINITY });
  if (changed === null) return;
  const kept = last.lines.filter((json) => !changed.has(nameOf(kind.keyOf(kind.read(json)))));
  const read = [...changed.values()].flatMap((item) => (item === null ? [] : [kind.jsonOf(item)]));
  await writeSnapshot(table, kind.scope, { lines: [...kept, ...read], settled: stamp.settled });
  await remove(
    table,
    pieces.filter(({ change }) => change < stamp.settled.change),
  );
}

async function readPieces(table: TableClient, scope: ListScope): Promise<Piece[]> {
  const items = await queryAll(table, { pk: snapshotPartition(scope), consistent: true });
  return items.map((item) => Piece.parse(item));
}

/** Of the last snapshot of which every piece is there. */
function snapshotOf(pieces: readonly Piece[]): ListSnapshot | null {
  const snapshots = Map.groupBy(pieces, ({ sk }) => sk.slice(0, sk.lastIndexOf('#')));
  const whole = [...snapshots.values()].findLast((some) => some.length === some[0]?.of);
  const [first] = whole ?? [];
  if (whole === undefined || first === undefined) return null;
  const lines = z.array(z.unknown()).parse(JSON.parse(joined(whole.map(({ bytes }) => bytes))));
  return { lines, settled: { change: first.change, unlogged: first.unlogged } };
}

async function remove({ dynamo, tableName: TableName }: TableClient, pieces: readonly Piece[]): Promise<void> {
  for (const { pk, sk } of pieces) await dynamo.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
}
