import { Command, Option } from 'commander';
import { panelFormats } from '../../schema/record/exports/export-kind.ts';
import type { TargetOptions } from '../target.ts';
import { withTarget } from '../target.ts';

interface PanelOptions extends TargetOptions {
  readonly format: string;
  readonly long?: true;
  readonly codebook?: true;
  readonly out?: string;
  readonly province?: string[];
  readonly year?: string[];
  readonly type?: string[];
  readonly level?: string[];
  readonly scope?: string[];
}

export const exportPanelCommand = withTarget(
  new Command('panel').description('Write one file of many places and years, a row for each agency and year.'),
)
  .addOption(new Option('--format <format>', 'what to write').choices(panelFormats).default('csv'))
  .option('--long', 'a row for each figure instead, with its text and place; csv and parquet')
  .option('--codebook', 'write what the columns mean, as csv')
  .option('--province <codes...>', 'only these places, by two, four or six digits of GB/T 2260: 51 5201 510104')
  .option('--year <years...>', 'only these years: 2020 2022-2024')
  .option('--type <keys...>', 'only these kinds of organ: education health (docs/glossary.md)')
  .option('--level <levels...>', 'only agencies of these levels: province county')
  .option('--scope <scopes...>', 'only reports of these scopes: organ ownLevel territory unknown')
  .option('--out <file>', 'file to write, complete or not at all (default: standard output)')
  .addHelpText(
    'after',
    `
The columns have the same names in every format (docs/panel.md). Excel's file has a row of Chinese titles above the names.
Exit code: 0 written, 1 not.`,
  )
  .action(async ({ format, long, codebook, out, province, year, type, level, scope, ...options }: PanelOptions) => {
    const [{ findTarget }, { download }] = await Promise.all([import('../target.ts'), import('../download.ts')]);
    const file = codebook ? 'panel-codebook.csv' : `panel${long ? '-long' : ''}.${format}`;
    const url = new URL(`/export/${file}`, (await findTarget(options)).graphql);
    for (const [name, values] of Object.entries({ province, year, type, level, scope }))
      if (values !== undefined) url.searchParams.set(name, values.join(','));
    await download(url, out ?? null);
  });
