import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import process from 'node:process';
import { z } from 'zod';

/** A table as it is printed: its title, its head, and a row for each thing measured, whose first cell names it. */
const BenchTable = z.object({ title: z.string(), rows: z.array(z.array(z.string())).min(1) });
export type BenchTable = z.infer<typeof BenchTable>;

/** One whole run of `npm run bench`, with what must be known to repeat it. */
const BenchRun = z.object({
  date: z.iso.date(),
  commit: z.string().min(7),
  node: z.string(),
  machine: z.string(),
  tables: z.array(BenchTable),
});
export type BenchRun = z.infer<typeof BenchRun>;

const runFile = new URL('../../docs/benchmarks.json', import.meta.url);
const pageFile = new URL('../../docs/benchmarks.md', import.meta.url);

/** The last run that was published; null where none was. */
export function lastPublished(): BenchRun | null {
  return !existsSync(runFile) ? null : BenchRun.parse(JSON.parse(readFileSync(runFile, 'utf8')));
}

/** Keeps a run as the published one (`docs/benchmarks.json`), and writes the page that shows it. */
export function publish(run: BenchRun): void {
  writeFileSync(runFile, `${JSON.stringify(run, null, 1)}\n`);
  writeFileSync(pageFile, describeRun(run));
}

/** The tables of a run on this machine, today, of the commit that is checked out. */
export function runOf(tables: readonly BenchTable[]): BenchRun {
  const [processor] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    node: process.version,
    machine: `${processor?.model.trim()}, ${cpus().length} cores, ${gigabytes} GB, ${arch()}`,
    tables: [...tables],
  };
}

/** The text of `docs/benchmarks.md`: the same run always gives the same text. */
export function describeRun({ date, commit, node, machine, tables }: BenchRun): string {
  return `${[
    '# Benchmarks',
    `Written by \`npm run bench -- --publish\`: ${date}, commit ${commit}, Node ${node}, ${machine}. Run \`npm run bench\` for figures of your own machine.
It ends with the ratios that differ from those below: milliseconds are of a machine, ratios against a floor or a peer of the same run are of the code.`,
    ...tables.map(tableText),
  ].join('\n\n')}\n`;
}

/** A table in Markdown under its title. */
export function tableText({ title, rows }: BenchTable): string {
  const [head = [], ...body] = rows;
  const lines = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${title}\n\n${lines.join('\n')}`;
}

/** A ratio that differs between two runs. */
export interface ChangedRatio {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: number;
  readonly now: number;
}

/** What is printed as a ratio: 2.55×. */
const ratio = /^(\d+(?:\.\d+)?)×$/;

/** Ratios of two runs that differ by more than a share of the former, table by table; what only one of them measured is left out. */
export function changedRatios(
  before: readonly BenchTable[],
  now: readonly BenchTable[],
  share: number,
): ChangedRatio[] {
  const known = new Map(before.flatMap(ratiosOf).map((each) => [each.key, each.value]));
  return now.flatMap(ratiosOf).flatMap(({ key, value, ...place }) => {
    const last = known.get(key);
    return last === undefined || Math.abs(value - last) <= share * last ? [] : [{ ...place, before: last, now: value }];
  });
}

function ratiosOf({ title, rows }: BenchTable) {
  const [head = [], ...body] = rows;
  return body.flatMap((cells, line) =>
    cells.flatMap((cell, index) => {
      const value = ratio.exec(cell)?.[1];
      if (value === undefined) return [];
      const [row, column] = [cells.find((each) => !ratio.test(each)) ?? '', head[index] ?? ''];
      return [{ key: JSON.stringify([title, line, row, column]), table: title, row, column, value: Number(value) }];
    }),
  );
}
