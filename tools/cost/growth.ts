import { assumptions } from './assumptions.ts';
import {
  type Deployed,
  idleMonth,
  ingestedReports,
  keptReports,
  keptTables,
  nestedQueries,
  type Run,
  runCost,
  total,
} from './bill.ts';
import type { Measured } from './measured.ts';
import { otherReaders } from './prices.ts';

/** What a stack costs in the month in which reports come, and in each month after it, in USD. */
export interface MonthsOfProvince {
  readonly reports: number;
  readonly queries: number;
  readonly first: number;
  readonly later: number;
}

/** A province with so many reports, which is asked so many nested queries a month. */
export function provinceOf(
  reports: number,
  queries: number,
  { measured, deployed }: { readonly measured: Measured; readonly deployed: Deployed },
): MonthsOfProvince {
  const tables = total(keptTables(reports, deployed));
  const running = total(idleMonth(deployed)) + tables + total(nestedQueries(queries, measured, deployed));
  return {
    ...{ reports, queries },
    first: running + total(ingestedReports(reports, measured, deployed)),
    later: running + total(keptReports(reports, measured)),
  };
}

/** All provinces, each with its share of the reports and of the queries. */
export function nationOf(
  reports: number,
  queries: number,
  inputs: { readonly measured: Measured; readonly deployed: Deployed },
): MonthsOfProvince {
  const { provinces } = assumptions;
  const each = provinceOf(reports / provinces, queries / provinces, inputs);
  return { reports, queries, first: each.first * provinces, later: each.later * provinces };
}

/** What a run takes and costs at a memory size: seconds a run, and USD for as many runs as are asked for. */
export interface AtMemory {
  readonly memoryMb: number;
  readonly seconds: number;
  readonly usd: number;
}

/**
 * The same run at several memory sizes. Below a whole processor the run gets longer as the memory gets less, and costs the same
 * but for what it waits; above it, the rest is paid for and not used.
 */
export function atMemorySizes(sizes: readonly number[], runs: number, run: Run): AtMemory[] {
  return sizes.map((memoryMb) => {
    const { seconds, usd } = runCost(run, memoryMb);
    return { memoryMb, seconds, usd: usd * runs };
  });
}

/** What others charge for reading so many reports, in USD: no storing, no serving, and nothing checked. */
export function readByOthers(reports: number): { readonly name: string; readonly usd: number }[] {
  const { pages, inputTokens, outputTokens } = assumptions.reportForOthers;
  const million = 1_000_000;
  return otherReaders.map(({ name, price }) => ({
    name,
    usd:
      reports *
      ('page' in price
        ? pages * price.page
        : (inputTokens * price.inputMillion + outputTokens * price.outputMillion) / million),
  }));
}
