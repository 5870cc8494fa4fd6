import { type BenchTable, tableText } from './published.ts';

/** Milliseconds of each run. */
export type Sample = readonly number[];

/** The value that half the runs do not exceed. */
export function median(sample: Sample): number {
  return quantile(sample, 0.5);
}

export function quantile(sample: Sample, share: number): number {
  const sorted = [...sample].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Work to be timed; what it gives is awaited. */
type Work = () => unknown;

/** Two pieces of work in turn, so that both see the machine in the same state. */
export async function timeInTurn(first: Work, second: Work, runs: number): Promise<{ first: Sample; second: Sample }> {
  const times = { first: [] as number[], second: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    times.first.push(await time(first));
    times.second.push(await time(second));
  }
  return times;
}

async function time(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What was printed so far. */
export const printedTables: BenchTable[] = [];

/** Prints a table in Markdown; the first row is its head. Ratios end in ×, and are compared with those of the published run. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const table = { title, rows: rows.map((row) => [...row]) };
  printedTables.push(table);
  console.log(`\n${tableText(table)}`);
}

export function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
