import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Command } from 'commander';
import { createParsingWorker, type ParsingWorker } from '../../functions/ingest/parsing-worker.ts';
import { namedBy, parseMembers } from '../../functions/ingest/read-object.ts';
import { IngestEnv, readEnv } from '../../infra/aws/env.ts';
import type { ParseHints } from '../../parser/records.ts';
import { refusedRecord } from '../../parser/records.ts';
import { dayInChina } from '../../schema/record/calendar.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { exitCodes } from '../exit-codes.ts';
import { filesAt } from '../files.ts';
import { onOneLine, print, tell } from '../print.ts';
import { progressBar } from '../progress-bar.ts';

export const parseCommand = new Command('parse')
  .description('Print the record of each report as JSON. Needs no server.')
  .argument('<file...>', 'reports to read: pages, text, Word, Excel and PDF files, archives of them, folders')
  .option('--source-url <url>', 'where the file was published')
  .option('--agency <name>', 'who published it, as a hint where the file does not say')
  .option(
    '--explain',
    'print how each file was read instead: regions, forms, labels with their scores, what was left over, each cell',
  )
  .addHelpText(
    'after',
    `
One file prints one JSON document; several print one a line. A file that holds several reports prints an array.
A file that fails, or takes more time or memory than it may, does not end the others.
Exit code: 0 published or held, 2 some were rejected (the reason is on standard error), 1 some could not be read at all.`,
  )
  .action(async (paths: string[], { explain, ...said }: ParseOptions) => {
    const hints = { ...said, receivedOn: dayInChina(new Date()) };
    const files = (await Promise.all(paths.map(filesAt))).flat();
    return explain ? explainFiles(files, hints) : parseFiles(files, hints);
  });

interface ParseOptions {
  readonly sourceUrl?: string;
  readonly agency?: string;
  readonly explain?: true;
}

async function explainFiles(files: readonly string[], hints: ParseHints): Promise<void> {
  const { explain } = await import('../../parser/explain.ts');
  for (const file of files) {
    try {
      print([onOneLine(file), ...(await explain(await readFile(file), { ...hints, ...namedBy(file) }))].join('\n'));
    } catch (error) {
      tellFailed(file, error);
      process.exitCode = exitCodes.failed;
    }
  }
}

const parseWorker = new URL('../../functions/ingest/parse-worker.ts', import.meta.url);

/**
 * Parses files one after the other in a worker with the limits of ingestion, so that none ends those after it and memory is that
 * of one. Several are shown by a bar, and summed up by outcome, on standard error.
 */
async function parseFiles(files: readonly string[], hints: ParseHints): Promise<void> {
  const settings = readEnv(IngestEnv.pick(workerSettings), process.env);
  const worker = createParsingWorker({
    module: parseWorker,
    timeoutMs: settings.PARSE_TIMEOUT_MS,
    cpuMs: settings.PARSE_CPU_MS,
    memoryMb: settings.PARSE_MEMORY_MB,
    growthMb: settings.PARSE_GROWTH_MB,
  });
  const bar = files.length > 1 ? progressBar('Parsing', files.length) : null;
  const counts = new Map<string, number>();
  for (const file of files) {
    const outcome = await parseFile(file, { hints, worker, compact: files.length > 1 });
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    bar?.advance(1, file);
  }
  await worker.close();
  bar?.end(`Parsed ${files.length} files: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
  if (counts.has('failed')) process.exitCode = exitCodes.failed;
  else if (counts.has('rejected')) process.exitCode = exitCodes.rejected;
}

const workerSettings = {
  PARSE_TIMEOUT_MS: true,
  PARSE_CPU_MS: true,
  PARSE_MEMORY_MB: true,
  PARSE_GROWTH_MB: true,
} as const;

interface ParseContext {
  readonly hints: ParseHints;
  readonly worker: ParsingWorker;
  readonly compact: boolean;
}

/** Prints a file's records and tells its outcome, the worst of its records'. `failed` where the file or the parser did. */
async function parseFile(file: string, { hints, worker, compact }: ParseContext): Promise<string> {
  try {
    const records = await recordsOf(await readFile(file), { ...hints, ...namedBy(file) }, worker);
    print(printed(records, compact));
    for (const record of records.filter(({ outcome }) => outcome === 'rejected')) {
      tell(`${onOneLine(file)}: rejected\n${reasonLines(record)}`);
    }
    return worst.find((one) => records.some(({ outcome }) => outcome === one)) ?? 'failed';
  } catch (error) {
    tellFailed(file, error);
    return 'failed';
  }
}

function tellFailed(file: string, error: unknown): void {
  tell(`${onOneLine(file)}: failed\n  ${error instanceof Error ? error.message : String(error)}`);
}

const worst = ['rejected', 'held', 'published'] as const;

/** The records of a file; what exceeds the limits is refused, of an archive only the file in it that does. */
async function recordsOf(
  bytes: Uint8Array,
  hints: ParseHints,
  worker: ParsingWorker,
): Promise<readonly ReportRecord[]> {
  const result = await worker.parse(bytes, hints);
  if (result.state === 'parsed') return result.records;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const records = await parseMembers({ bytes, sha256, hints }, worker.parse);
  const source = { sha256, bytes: bytes.length, mediaType: 'application/octet-stream', encoding: null };
  return records.length > 0 ? records : [refusedRecord('parse-limit', source)];
}

function printed(records: readonly ReportRecord[], compact: boolean): string {
  const [only, ...more] = records;
  return JSON.stringify(more.length === 0 ? only : records, null, compact ? 0 : 2);
}

function reasonLines({ reasons }: ReportRecord): string {
  return reasons
    .map(
      ({ code, message, detail }) =>
        `  ${code}: ${message.en} ${message.zh}${detail === undefined ? '' : ` ${detail}`}`,
    )
    .join('\n');
}
