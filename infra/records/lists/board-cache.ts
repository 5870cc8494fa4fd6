import type { Board } from '../../../schema/list-store.ts';
import type { Settled } from '../stamp/stamp.ts';

/** A board, and the point in the order of changes up to which it is sure to show them. */
export interface KeptBoard<Line> extends Board<Line> {
  readonly settled: Settled;
}

/** Boards a process has read. */
export interface BoardCache {
  get<Line>(name: string): KeptBoard<Line> | undefined;
  put(name: string, board: KeptBoard<unknown>): void;
}

/** Keeps the boards used last, up to so many lines together; a line of a report takes about 3 KB of memory. */
export function createBoardCache(mostLines: number): BoardCache {
  const kept = new Map<string, KeptBoard<unknown>>();
  const put = (name: string, board: KeptBoard<unknown>): void => {
    kept.delete(name);
    kept.set(name, board);
    let lines = [...kept.values()].reduce((sum, each) => sum + each.lines.length, 0);
    for (const [oldest, { lines: dropped }] of kept) {
      if (lines <= mostLines || oldest === name) return;
      kept.delete(oldest);
      lines -= dropped.length;
    }
  };
  return {
    get<Line>(name: string) {
      const board = kept.get(name);
      if (board !== undefined) put(name, board);
      // A name always comes with the lines of one kind: what is kept under it has the type that is asked for.
      return board as KeptBoard<Line> | undefined;
    },
    put,
  };
}
