import { Argument, Command, InvalidArgumentError } from 'commander';
import { ReleaseName, type ReleaseRequest } from '../../schema/record/release.ts';
import { print, tell } from '../print.ts';
import { credentialsHelp, type TargetOptions, withTarget } from '../target.ts';

interface ReleaseOptions extends TargetOptions {
  readonly publisher: string;
  readonly folder?: string;
  readonly province?: string[];
  readonly year?: ReleaseRequest['years'];
}

export const releaseCommand = withTarget(
  new Command('release')
    .description('Freeze the panel under a name: files that never change, what they mean, and how to cite them.')
    .addArgument(new Argument('<name>', 'name of the release, as 2026-01').argParser(releaseName)),
)
  .option('--publisher <name>', 'who publishes it, as it is to be cited', 'Gongkai')
  .option('--province <codes...>', 'only these places, by two, four or six digits of GB/T 2260', places)
  .option('--year <years...>', 'only these years: 2020 2022-2024', years)
  .option('--folder <folder>', 'save its files in this folder, which is made')
  .addHelpText(
    'after',
    `
All files are of one moment. The stack keeps them, and its API lists them (releases) and leads to them for ever; a release is made once under
its name. The files are a Frictionless data package with a CITATION.cff and a manifest of SHA-256, ready for a repository of research data
(docs/panel.md).
${credentialsHelp}
Exit code: 0 made, 1 not.`,
  )
  .action(async (name: string, { publisher, folder, province = [], year = [], ...options }: ReleaseOptions) => {
    const [{ findTarget }, { checkFolder, makeRelease, saveRelease }] = await Promise.all([
      import('../target.ts'),
      import('../release/make-release.ts'),
    ]);
    if (folder !== undefined) await checkFolder(folder);
    const target = await findTarget(options);
    const release = await makeRelease(target, { what: 'release', name, publisher, places: province, years: year });
    for (const { path, bytes, sha256 } of release.files) print(`${sha256}\t${bytes}\t${path}`);
    tell(release.citation);
    if (folder !== undefined) await saveRelease(target, release, folder);
  });

function releaseName(text: string): string {
  if (ReleaseName.safeParse(text).success) return text;
  throw new InvalidArgumentError('It has small letters, digits, dots and hyphens.');
}

function places(text: string, before: string[] = []): string[] {
  if (!/^\d{2}(?:\d{2}){0,2}$/.test(text)) throw new InvalidArgumentError('A place has two, four or six digits.');
  return [...before, text];
}

function years(text: string, before: ReleaseRequest['years'] = []): ReleaseRequest['years'] {
  const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  if (from === '') throw new InvalidArgumentError('Years are 2020 or 2019-2022.');
  return [...before, [Number(from), Number(to)]];
}
