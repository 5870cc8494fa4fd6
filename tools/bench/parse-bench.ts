import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { damageScores } from '../../test/support/damage-score.ts';
import { median, milliseconds, printTable, quantile } from './measure.ts';
import { formatNames } from './parse/format-documents.ts';

const Times = z.object({
  documents: z.int(),
  bytes: z.int(),
  parse: z.array(z.number()),
  pages: z.array(z.object({ parse: z.number(), tree: z.number() })),
  peakMb: z.number(),
});
type Times = z.infer<typeof Times>;

/** Damaged documents of each kind and sample. */
const damagedEach = 25;

/** How long each format takes, against the least that a reader of pages must do, and what damage does to the figures. */
export async function benchParse(): Promise<void> {
  const head = ['format', 'documents', 'KB each', 'median ms', 'p95 ms', 'documents/s per core', 'peak MB'];
  const times = new Map(formatNames.map((format) => [format, timesOf(format)]));
  printTable('Parsing, each format in a process of its own', [head, ...[...times].map(formatRow)]);
  const pages = times.get('html')?.pages ?? [];
  const sum = (part: 'parse' | 'tree') => pages.reduce((total, page) => total + page[part], 0);
  const ratios = pages.map(({ parse, tree }) => parse / tree);
  const shown = [sum('parse') / sum('tree'), Math.min(...ratios), median(ratios)].map(
    (ratio) => `${ratio.toFixed(1)}×`,
  );
  printTable('Parsing pages, against building their trees alone with the same library', [
    ['all pages together', 'least', 'median'],
    shown,
  ]);
  await benchDamage();
}

function timesOf(format: string): Times {
  const script = fileURLToPath(new URL('parse/format-process.ts', import.meta.url));
  return Times.parse(JSON.parse(execFileSync(process.execPath, [script, format], { encoding: 'utf8' })));
}

function formatRow([format, { documents, bytes, parse, peakMb }]: [string, Times]): string[] {
  const mean = parse.reduce((sum, time) => sum + time, 0) / parse.length;
  const figures = [median(parse), quantile(parse, 0.95)].map(milliseconds);
  const size = (bytes / documents / 1024).toFixed(0);
  return [format, String(documents), size, ...figures, (1000 / mean).toFixed(0), peakMb.toFixed(0)];
}

/** Cells of real reports that were damaged: read as printed, not read, or read wrong, with and without a finding. */
async function benchDamage(): Promise<void> {
  const scores = await damageScores(damagedEach);
  const rows = scores.map(({ kind, documents, cells, exact, unread, wrongFlagged, wrongUnflagged }) => {
    const share = (count: number) => `${((100 * count) / Math.max(1, cells)).toFixed(2)} %`;
    return [kind, String(documents), share(exact), share(unread), share(wrongFlagged), String(wrongUnflagged)];
  });
  printTable('Damaged reports: what became of their cells', [
    ['damage', 'reports', 'exact', 'unread and flagged', 'wrong and flagged', 'wrong and unflagged (cells)'],
    ...rows,
  ]);
}
