import type { Board } from '../../schema/list-store.ts';

/** Boards a process has read, each with the version it was read at. */
export interface BoardCache {
  /** The board kept, if it is of this version, else what `read` gives; that is kept unless the version is null. */
  get<Line>(name: string, version: string | null, read: () => Promise<Line[]>): Promise<Board<Line>>;
}

/** Keeps the boards used last, up to so many lines together; a line of a report takes about 3 KB of memory. */
export function createBoardCache(mostLines: number): BoardCache {
  const kept = new Map<string, Board<unknown>>();
  return {
    async get<Line>(name: string, version: string | null, read: () => Promise<Line[]>): Promise<Board<Line>> {
      const known = kept.get(name);
      if (known !== undefined) kept.delete(name);
      // A name always comes with the lines of one kind: what is kept under it has the type that is read.
      const board = (
        known?.version === version && version !== null ? known : { lines: await read(), version }
      ) as Board<Line>;
      if (version !== null) keep(kept, { name, board, mostLines });
      return board;
    },
  };
}

interface Keeping {
  readonly name: string;
  readonly board: Board<unknown>;
  readonly mostLines: number;
}

/** Puts a board last, as the one used most recently, and drops the first until the rest fits. */
function keep(kept: Map<string, Board<unknown>>, { name, board, mostLines }: Keeping): void {
  kept.delete(name);
  kept.set(name, board);
  let lines = [...kept.values()].reduce((sum, each) => sum + each.lines.length, 0);
  for (const [oldest, { lines: dropped }] of kept) {
    if (lines <= mostLines || oldest === name) return;
    kept.delete(oldest);
    lines -= dropped.length;
  }
}
