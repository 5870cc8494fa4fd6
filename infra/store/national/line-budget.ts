import { ListTooLarge } from '../../../schema/record/list-too-large.ts';

/** Counts the lines that a request is made of, and ends it before they fill the memory. */
export interface LineBudget {
  /** Reads a list within the budget; the same list again costs nothing. Throws `ListTooLarge`. */
  spend<Board extends { readonly lines: readonly unknown[] }>(name: string, read: () => Promise<Board>): Promise<Board>;
}

/** A request may hold so many lines at once, whatever it asks for. */
export function createLineBudget(mostLines: number): LineBudget {
  const spent = new Map<string, number>();
  const check = () => {
    const lines = [...spent.values()].reduce((sum, each) => sum + each, 0);
    if (lines > mostLines) throw new ListTooLarge(mostLines);
  };
  return {
    async spend(name, read) {
      check();
      const board = await read();
      spent.set(name, board.lines.length);
      check();
      return board;
    },
  };
}
