import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Command } from 'commander';
import type { ParseHints } from '../../parser/parse-hints.ts';
import type { ReportRecord } from '../../schema/report.ts';
import { exitCodes } from '../exit-codes.ts';
import { filesAt } from '../files-at.ts';

export const parseCommand = new Command('parse')
  .description('Print the record of each report as JSON. Needs no server.')
  .argument('<file...>', 'reports to read: pages, text, Word, Excel and PDF files, archives of them, folders')
  .option('--source-url <url>', 'where the file was published')
  .option('--agency <name>', 'who published it, as a hint where the file does not say')
  .option(
    '--explain',
    'print how each file was read instead: regions, forms, labels with their scores, what was left over',
  )
  .addHelpText(
    'after',
    `
One file prints one JSON document; several print one a line. A file that holds several reports prints an array.
Exit code: 0 published or held, 2 rejected (the reason is on standard error), 1 gongkai itself failed.`,
  )
  .action(async (paths: string[], { explain, ...hints }: ParseOptions) => {
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
  for (const file of files)
    process.stdout.write(`${[file, ...(await explain(await readFile(file), hints))].join('\n')}\n`);
}

async function parseFiles(files: readonly string[], hints: ParseHints): Promise<void> {
  const { parseReport } = await import('../../parser/parse-report.ts');
  let rejected = false;
  for (const file of files) {
    const records = await parseReport(await readFile(file), hints);
    process.stdout.write(`${printed(records, files.length > 1)}\n`);
    for (const record of records.filter(({ outcome }) => outcome === 'rejected')) {
      rejected = true;
      process.stderr.write(`${file}: rejected\n${reasonLines(record)}\n`);
    }
  }
  if (rejected) process.exitCode = exitCodes.rejected;
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
