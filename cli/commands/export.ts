import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { AgencyLevel } from '../../schema/record/agency.ts';
import type { TargetOptions } from '../target.ts';
import { withTarget } from '../target.ts';
import { exportPanelCommand } from './export-panel.ts';

/** What is exported, as it is called on the command line, and where the API serves it (`schema/record/exports/export-kind.ts`). */
const formats = {
  csv: { extension: 'csv', shape: null },
  'csv-wide': { extension: 'csv', shape: 'wide' },
  ndjson: { extension: 'ndjson', shape: null },
  json: { extension: 'json', shape: null },
  datapackage: { extension: 'datapackage.json', shape: null },
} as const;

type Format = keyof typeof formats;

interface ExportOptions extends TargetOptions {
  readonly format: Format;
  readonly out?: string;
  readonly level?: string;
  readonly type?: string;
}

export const exportCommand = withTarget(
  new Command('export')
    .description('Write every record of a province and year, or a panel of many, to a file or to standard output.')
    .addArgument(
      new Argument('<province>', 'two digits of the province, GB/T 2260: 51 is Sichuan').argParser(digits(2)),
    )
    .addArgument(new Argument('<year>', 'year that is reported on').argParser(digits(4))),
)
  .addOption(new Option('--format <format>', 'what to write').choices(Object.keys(formats)).default('csv'))
  .addOption(new Option('--level <level>', 'only agencies of this level').choices(AgencyLevel.options))
  .option('--type <key>', 'only agencies of this kind of organ: education (docs/glossary.md)')
  .option('--out <file>', 'file to write, complete or not at all (default: standard output)')
  .addHelpText(
    'after',
    `
csv has a line for each printed figure, csv-wide one for each report, both for spreadsheet programs; ndjson and json have whole
records; datapackage describes every column (Frictionless). Reading needs no credentials beyond those that find a stack.
Exit code: 0 written, 1 not.`,
  )
  // Options of the same names follow the command that they are for.
  .enablePositionalOptions()
  .addCommand(exportPanelCommand)
  .action(async (province: string, year: string, { format, out, level, type, ...options }: ExportOptions) => {
    const [{ findTarget }, { download }] = await Promise.all([import('../target.ts'), import('../download.ts')]);
    const { extension, shape } = formats[format];
    const url = new URL(`/export/${province}/${year}.${extension}`, (await findTarget(options)).graphql);
    for (const [name, value] of Object.entries({ shape, level, type }))
      if (value != null) url.searchParams.set(name, value);
    await download(url, out ?? null);
  });

function digits(count: number): (text: string) => string {
  return (text) => {
    if (new RegExp(`^\\d{${count}}$`).test(text)) return text;
    throw new InvalidArgumentError(`It has ${count} digits.`);
  };
}
