import type { Board, Boards, ListReader } from '../../../schema/list-store.ts';
import { queryAll } from '../query-all.ts';
import type { Stamp } from '../stamp/stamp.ts';
import type { TableClient } from '../table-client.ts';
import type { BoardCache, KeptBoard } from './board-cache.ts';
import { type ChangedItems, changedItems, nameOf } from './list-changes.ts';
import { agencyList, documentList, type ListKind } from './list-kinds.ts';
import { type ListSnapshot, readSnapshot } from './list-snapshot.ts';
import { createSharedRead } from './shared-read.ts';

/** What lists are read from: the table, what the process has kept, and the stamp that says whether that still holds. */
export interface BoardSources {
  readonly table: TableClient;
  readonly cache: BoardCache;
  readonly stamp: () => Promise<Stamp>;
}

/** The lists of one moment: the stamp is read once, before any of them, and a list that it says is unchanged is not read again. */
export function createBoards(sources: BoardSources): ReturnType<ListReader['boards']> {
  const stamp = once(sources.stamp);
  const shared = createSharedRead();
  const read = <Line>(kind: ListKind<Line>) => shared(kind.partition, () => readList({ ...sources, stamp }, kind));
  const boards: Boards = {
    agencies: () => read(agencyList),
    reports: (year) => read(documentList('annual-report', year)),
    plans: (year) => read(documentList('work-plan', year)),
    years: async () => (await stamp()).years,
  };
  return boards;
}

async function readList<Line>({ table, cache, stamp: read }: BoardSources, kind: ListKind<Line>): Promise<Board<Line>> {
  const stamp = await read();
  const name = `${table.tableName} ${kind.partition}`;
  const version = stamp.versionOf(kind.scope);
  const known = cache.get<Line>(name);
  if (known !== undefined && version !== null && known.version === version) return known;
  const lines = isReadAtOnce(known, stamp) ? null : await currentLines(table, kind, { known, stamp });
  const board = { lines: lines ?? (await allLines(table, kind)), version, settled: stamp.settled };
  // The index may have shown what was before: lines that were read from it may not be built upon.
  if (lines !== null || !stamp.isLagging) cache.put(name, board);
  return board;
}

/** A list of so many lines is read whole sooner than what has changed of it is looked up: it is one call. */
const shortList = 250;

function isReadAtOnce<Line>(known: KeptBoard<Line> | undefined, { isLagging }: Stamp): boolean {
  return known !== undefined && known.lines.length <= shortList && !isLagging;
}

/** More changes than this are not looked at one by one. */
const mostChanges = 2_000;

interface Known<Line> {
  readonly known: KeptBoard<Line> | undefined;
  readonly stamp: Stamp;
}

/** The lines that are known, from memory or from a snapshot, with what has changed since; null where the list has to be read whole. */
async function currentLines<Line>(
  table: TableClient,
  kind: ListKind<Line>,
  { known, stamp }: Known<Line>,
): Promise<readonly Line[] | null> {
  const changedSince = (settled: ListSnapshot['settled']) =>
    changedItems(table, kind, { settled, stamp, most: mostChanges });
  const changed = known === undefined ? null : await changedSince(known.settled);
  if (known !== undefined && changed !== null) return replaced(kind, known.lines, changed);
  const snapshot = await readSnapshot(table, kind.scope, stamp);
  const newer = snapshot === null ? null : await changedSince(snapshot.settled);
  return snapshot === null || newer === null ? null : replaced(kind, snapshot.lines.map(kind.read), newer);
}

/** Lines in their order, those of changed items in place of what stood there. */
function replaced<Line>(kind: ListKind<Line>, lines: readonly Line[], changed: ChangedItems): readonly Line[] {
  const kept = changed.size === 0 ? lines : lines.filter((line) => !changed.has(nameOf(kind.keyOf(line))));
  const read = [...changed.values()].flatMap((item) => (item === null ? [] : [kind.read(kind.jsonOf(item))]));
  return [...kept, ...read].sort(kind.order);
}

/** Every line from the index, a call for each megabyte. */
async function allLines<Line>(table: TableClient, kind: ListKind<Line>): Promise<Line[]> {
  const { partition: pk, attributes } = kind;
  const items = await queryAll(table, { pk, index: 'gsi1', attributes, consistent: false });
  return items.map((item) => kind.read(kind.jsonOf(item))).sort(kind.order);
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
