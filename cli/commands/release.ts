import { Argument, Command, InvalidArgumentError } from 'commander';
import { exportRoot } from '../../schema/record/exports/export-kind.ts';
import { print } from '../print.ts';
import type { TargetOptions } from '../target.ts';
import { withTarget } from '../target.ts';

interface ReleaseOptions extends TargetOptions {
  readonly publisher: string;
  readonly folder?: string;
  readonly province?: string[];
  readonly year?: string[];
}

export const releaseCommand = withTarget(
  new Command('release')
    .description('Freeze the panel: a folder with its files, what they mean, their hashes and how to cite them.')
    .addArgument(new Argument('<name>', 'name of the release, as 2026-01').argParser(releaseName)),
)
  .option('--publisher <name>', 'who publishes it, as it is to be cited', 'Gongkai')
  .option('--province <codes...>', 'only these places, by two, four or six digits of GB/T 2260')
  .option('--year <years...>', 'only these years: 2020 2022-2024')
  .option('--folder <folder>', 'folder to make (default: gongkai-<name>)')
  .addHelpText(
    'after',
    `
All files are of one moment. A folder that is there is never written to. The folder is a Frictionless data package with a
CITATION.cff and a manifest of SHA-256, ready for a repository of research data (docs/panel.md).
Exit code: 0 made, 1 not.`,
  )
  .action(async (name: string, { publisher, folder, province, year, ...options }: ReleaseOptions) => {
    const [{ findTarget }, { makeRelease }] = await Promise.all([
      import('../target.ts'),
      import('../release/make-release.ts'),
    ]);
    const filter = new URLSearchParams();
    for (const [key, values] of Object.entries({ province, year }))
      if (values !== undefined) filter.set(key, values.join(','));
    const files = await makeRelease({
      ...{ name, publisher, filter, created: new Date().toISOString(), folder: folder ?? `gongkai-${name}` },
      exports: new URL(exportRoot, (await findTarget(options)).graphql),
    });
    for (const { path, bytes, sha256 } of files) print(`${sha256}\t${bytes}\t${path}`);
  });

/** A name that is a part of paths, and of the name of a data package. */
function releaseName(text: string): string {
  if (/^[a-z0-9][a-z0-9.-]{0,40}$/.test(text)) return text;
  throw new InvalidArgumentError('It has small letters, digits, dots and hyphens.');
}
