import { Command, Option } from 'commander';
import { AgencyLevel } from '../../schema/record/agency.ts';
import { print, tell } from '../print.ts';
import type { TargetOptions } from '../target.ts';
import { withTarget } from '../target.ts';

export const agenciesCommand = withTarget(
  new Command('agencies').description('List agencies of which anything is stored: id, kind, level, name, years.'),
)
  .option('--unplaced', 'only those whose documents do not tell which division they are in')
  .option('--division <code>', 'only those of a division: 51, 5110 or 511000')
  .addOption(new Option('--level <level>', 'only those of this level').choices(AgencyLevel.options))
  .option('--type <key>', 'only those of this kind of organ: education (docs/glossary.md)')
  .addHelpText(
    'after',
    `
Columns are parted by tabs; the years are those with a report. An agency that no document places shares its id with none; with
upload --agency its sender can say its name with its place.
Reading needs no credentials beyond those that find a stack.
Exit code: 0 listed, 1 not.`,
  )
  .action(agencies);

interface AgenciesOptions extends TargetOptions {
  readonly unplaced?: true;
  readonly division?: string;
  readonly level?: AgencyLevel;
  readonly type?: string;
}

async function agencies({ unplaced, division, level, type, ...options }: AgenciesOptions): Promise<void> {
  const [{ findTarget }, { listAgencies }] = await Promise.all([import('../target.ts'), import('../agencies.ts')]);
  const filter = {
    ...(division === undefined ? {} : { division }),
    ...(level === undefined ? {} : { level }),
    ...(type === undefined ? {} : { type }),
    ...(unplaced === undefined ? {} : { placed: false }),
  };
  let count = 0;
  for await (const columns of listAgencies((await findTarget(options)).graphql, filter)) {
    print(columns.join('\t'));
    count += 1;
  }
  tell(`${count} agencies`);
}
