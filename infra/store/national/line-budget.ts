import { ListTooLarge } from '../../../schema/record/list-too-large.ts';
import type { CacheSizes } from '../record-reader.ts';

/**
 * What all provinces of one process keep together, for a gateway of 3 GB: a year of the nation and its agencies, at 5,000 a
 * province, are some 550 MB, twice as many reports 1 GB; with their texts 100 MB. `tools/bench/measure-national.ts` measures it.
 */
export const nationalSizes: CacheSizes = { lines: 320_000, bodyBytes: 4 * 1024 * 1024 };

/** Lines that one request may hold at the same time: two years of the nation with its agencies. */
export const mostLinesOfRequest = 480_000;

/** Counts the lines that a request is made of, and ends it before they fill the memory. */
export interface LineBudget {
  /** Reads a list within the budget; the same list again costs nothing. Throws `ListTooLarge`. */
  spend<List extends { readonly lines: readonly unknown[] }>(name: string, read: () => Promise<List>): Promise<List>;
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
      const list = await read();
      spent.set(name, list.lines.length);
      check();
      return list;
    },
  };
}
