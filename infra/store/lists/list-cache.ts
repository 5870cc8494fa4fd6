import { LRUCache } from 'lru-cache';
import { dayInChina } from '../../../schema/record/calendar.ts';
import type { Lists } from '../../../schema/record/list-store.ts';
import type { TableClient } from '../calls.ts';
import { createKeptList, type KeptList } from './kept-list.ts';
import {
  agencyList,
  comparisonList,
  denominatorList,
  documentList,
  type ListKind,
  readStoredYears,
  registerList,
  undecidedList,
} from './list-kinds.ts';

/** Lists that a process has read, by their names. */
export type ListCache = LRUCache<string, KeptList<unknown>>;

/**
 * Keeps the lists used last, up to so many lines together; a line of a report takes about 3 KB of memory. A list that is longer
 * than that alone is kept without any other, for it was just asked for.
 */
export function createListCache(mostLines: number): ListCache {
  return new LRUCache({
    maxSize: mostLines,
    sizeCalculation: ({ lines }) => Math.min(mostLines, Math.max(1, lines.length)),
  });
}

export interface ListSources {
  readonly table: TableClient;
  readonly cache: ListCache;
  /** Milliseconds that lists may be behind what is stored. */
  readonly behindMs: number;
}

/** The lists as they were at some moment that is not more than `behindMs` before now. */
export function createLists({ table, cache, behindMs }: ListSources): Lists {
  const asOf = performance.now() - behindMs;
  const read = async <Line>(kind: ListKind<Line>) => {
    const name = `${table.tableName} ${kind.partition}`;
    // A name always comes with the lines of one kind: what is kept under it has the type that is asked for.
    const list = (cache.get(name) as KeptList<Line> | undefined) ?? createKeptList(table, kind);
    if (!cache.has(name)) cache.set(name, list);
    const before = list.lines.length;
    const snapshot = await list.linesAsOf(asOf);
    if (snapshot.lines.length !== before && cache.peek(name) === list) {
      // What a value counts for is asked when it is put in alone.
      cache.delete(name);
      cache.set(name, list);
    }
    return snapshot;
  };
  const reports = (year: number) => read(documentList('annual-report', year));
  const plans = (year: number) => read(documentList('work-plan', year));
  const comparisons = (year: number) => read(comparisonList(year));
  return {
    agencies: () => read(agencyList),
    register: () => read(registerList),
    denominators: () => read(denominatorList),
    undecided: () => read(undecidedList),
    reports,
    plans,
    comparisons,
    async version(list) {
      const [name, year] = list.split('/');
      if (name === 'undecided') return (await read(undecidedList)).version;
      if (name === 'denominators') return (await read(denominatorList)).version;
      if (year === undefined) return (await (name === 'register' ? read(registerList) : read(agencyList))).version;
      if (name === 'comparisons') return (await comparisons(Number(year))).version;
      return (await (name === 'reports' ? reports : plans)(Number(year))).version;
    },
    today,
    years: () => readStoredYears(table),
  };
}

/** The day in China, ISO 8601. */
export function today(): string {
  return dayInChina(new Date());
}
