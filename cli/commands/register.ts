import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { print, tell } from '../print.ts';
import { credentialsHelp, type TargetOptions, withTarget } from '../target.ts';

const importCommand = withTarget(
  new Command('import')
    .description('Store who is expected to report, from a CSV file, and print what is new or changed.')
    .argument('<file>', 'register as CSV; docs/register.md says how it is written'),
)
  .option('--dry-run', 'only print what would be stored')
  .addHelpText(
    'after',
    `
A file says everything of the organs that it names, and nothing of any other: what was said of those before stays. Earlier
statements are kept; the newest one holds. The same file again changes nothing. Where anything is wrong nothing is stored, and
each fault is printed with its line and column.
${credentialsHelp}
Exit code: 0 stored, 2 something is wrong in the file, 1 gongkai failed.`,
  )
  .action(importFile);

interface ImportOptions extends TargetOptions {
  readonly dryRun?: true;
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const [{ findTarget }, { readRegister, registerErrors }, { importRegister }] = await Promise.all([
    import('../target.ts'),
    import('../register/read-register.ts'),
    import('../register/register.ts'),
  ]);
  const [target, bytes] = await Promise.all([findTarget(options), readFile(file)]);
  const recordedAt = new Date().toISOString();
  const { statements, errors } = readRegister(bytes, { provinceCode: target.provinceCode, recordedAt });
  for (const { line, column, code, value } of errors) {
    tell(`${file}:${line}:${column ?? 1} ${code} ${registerErrors[code]}: ${JSON.stringify(value)}`);
  }
  if (errors.length > 0) {
    process.exitCode = exitCodes.rejected;
    return;
  }
  const { added, changed, unchanged } = await importRegister(target, statements, { dryRun: options.dryRun === true });
  for (const { id, name } of added) print(`new\t${id}\t${name}`);
  for (const { id, name } of changed) print(`changed\t${id}\t${name}`);
  tell(`${added.length} new, ${changed.length} changed, ${unchanged} as before`);
}

const exportCommand = withTarget(
  new Command('export').description('Print the register that holds as CSV, in the form that can be imported.'),
)
  .addHelpText('after', `${credentialsHelp}\nExit code: 0 printed, 1 gongkai failed.`)
  .action(async (options: TargetOptions) => {
    const [{ findTarget }, { registerRows }, { stringify }] = await Promise.all([
      import('../target.ts'),
      import('../register/register.ts'),
      import('csv-stringify/sync'),
    ]);
    process.stdout.write(stringify(await registerRows(await findTarget(options))));
  });

export const registerCommand = new Command('register')
  .description('Say who is expected to report: import a register, or print the one that holds.')
  .addCommand(importCommand)
  .addCommand(exportCommand);
