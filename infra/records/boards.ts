import { Agency } from '../../schema/agency.ts';
import type { Board, Boards, ListReader } from '../../schema/list-store.ts';
import { byDivisionAndName, type Placed } from '../../schema/lists/order.ts';
import type { VersionHead } from '../../schema/record-store.ts';
import { agenciesPartition, documentsPartition } from '../table.ts';
import { agencyOf } from './agency-item.ts';
import type { Item } from './batch.ts';
import type { BoardCache } from './board-cache.ts';
import { headAttributes, headOf } from './head-item.ts';
import { queryAll } from './query-all.ts';
import { createSharedRead } from './shared-read.ts';
import { listOf, type Stamp, type StampedScope } from './stamp.ts';
import type { TableClient } from './table-client.ts';

/** What lists are read from: the table, what the process has kept, and the stamp that says whether that still holds. */
export interface BoardSources {
  readonly table: TableClient;
  readonly cache: BoardCache;
  readonly stamp: () => Promise<Stamp>;
}

interface ListKind<Line> {
  readonly scope: StampedScope;
  readonly partition: string;
  /** What of an item is needed, and the line made of it. */
  readonly attributes: readonly string[];
  readonly read: (item: Item) => Line;
  readonly placed: (line: Line) => Placed;
}

const agencies: ListKind<Agency> = {
  scope: 'agencies',
  partition: agenciesPartition,
  attributes: Object.keys(Agency.shape),
  read: agencyOf,
  placed: (agency) => agency,
};

/** The lists of one moment: the stamp is read once, before any of them, and a list that it says is unchanged is not read again. */
export function createBoards(sources: BoardSources): ReturnType<ListReader['boards']> {
  const stamp = once(sources.stamp);
  const shared = createSharedRead();
  const read = <Line>(kind: ListKind<Line>) => shared(kind.partition, () => readList({ ...sources, stamp }, kind));
  const boards: Boards = {
    agencies: () => read(agencies),
    reports: (year) => read(documents('annual-report', year)),
    plans: (year) => read(documents('work-plan', year)),
    years: async () => (await stamp()).years,
  };
  return boards;
}

function documents(kind: VersionHead['kind'], year: number): ListKind<VersionHead> {
  return {
    scope: listOf({ kind, year }),
    partition: documentsPartition({ kind, year }),
    attributes: headAttributes,
    read: headOf,
    placed: ({ agencyId, agencyName, divisionCode }) => ({ id: agencyId, name: agencyName, divisionCode }),
  };
}

async function readList<Line>({ table, cache, stamp }: BoardSources, kind: ListKind<Line>): Promise<Board<Line>> {
  const version = (await stamp()).versionOf(kind.scope);
  return cache.get(`${table.tableName} ${kind.partition}`, version, async () => {
    const items = await queryAll(table, {
      pk: kind.partition,
      index: 'gsi1',
      attributes: kind.attributes,
      consistent: false,
    });
    return items.map(kind.read).sort(byDivisionAndName(kind.placed));
  });
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
