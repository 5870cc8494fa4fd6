import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { print, tell } from '../print.ts';
import { credentialsHelp, type TargetOptions, withTarget } from '../target.ts';

const importCommand = withTarget(
  new Command('import')
    .description(
      'Store inhabitants and organs of divisions by year, from a CSV file, and print what is new or changed.',
    )
    .argument('<file>', 'denominators as CSV; docs/denominators.md says how they are written'),
)
  .option('--dry-run', 'only print what would be stored')
  .addHelpText(
    'after',
    `
A file says everything of the divisions, years and measures that it names, and nothing of any other. A row without a value takes back
what was said before. Earlier statements are kept; the newest one holds. The same file again changes nothing. Where anything is
wrong nothing is stored, and each fault is printed with its line and column.
${credentialsHelp}
Exit code: 0 stored, 2 something is wrong in the file, 1 gongkai failed.`,
  )
  .action(importFile);

interface ImportOptions extends TargetOptions {
  readonly dryRun?: true;
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const [{ findTarget }, { denominatorErrors, readDenominators }, { importDenominators }] = await Promise.all([
    import('../target.ts'),
    import('../denominators/read-denominators.ts'),
    import('../denominators/denominators.ts'),
  ]);
  const [target, bytes] = await Promise.all([findTarget(options), readFile(file)]);
  const recordedAt = new Date().toISOString();
  const { statements, errors } = readDenominators(bytes, { provinceCode: target.provinceCode, recordedAt });
  for (const { line, column, code, value } of errors) {
    const { zh, en } = denominatorErrors[code];
    tell(`${file}:${line}:${column ?? 1} ${code} ${en} / ${zh}: ${JSON.stringify(value)}`);
  }
  if (errors.length > 0) {
    process.exitCode = exitCodes.rejected;
    return;
  }
  const change = await importDenominators(target, statements, { dryRun: options.dryRun === true });
  const { added, changed, unchanged } = change;
  for (const [what, some] of Object.entries({ new: added, changed }))
    for (const { divisionCode, year, measure, value } of some)
      print([what, divisionCode, year, measure, value ?? ''].join('\t'));
  tell(`${added.length} new, ${changed.length} changed, ${unchanged} as before`);
}

const exportCommand = withTarget(
  new Command('export').description('Print the denominators that hold as CSV, in the form that can be imported.'),
)
  .addHelpText('after', `${credentialsHelp}\nExit code: 0 printed, 1 gongkai failed.`)
  .action(async (options: TargetOptions) => {
    const [{ findTarget }, { denominatorRows }, { stringify }] = await Promise.all([
      import('../target.ts'),
      import('../denominators/denominators.ts'),
      import('csv-stringify/sync'),
    ]);
    process.stdout.write(stringify(await denominatorRows(await findTarget(options))));
  });

export const denominatorsCommand = new Command('denominators')
  .description(
    'Say how many inhabitants and organs divisions have: import them with their sources, or print those that hold.',
  )
  .addCommand(importCommand)
  .addCommand(exportCommand);
