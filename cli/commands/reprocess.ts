import { Command, Option } from 'commander';
import type { KnownVersion } from '../../infra/store/known-versions.ts';
import { Outcome } from '../../schema/record/report.ts';
import { print, tell } from '../print.ts';
import type { Selection } from '../reprocess/reprocess.ts';
import type { Target, TargetOptions } from '../target.ts';
import { credentialsHelp, withTarget } from '../target.ts';

export const reprocessCommand = withTarget(
  new Command('reprocess').description('Send documents that are in the bucket through the queue again.'),
)
  .option('--prefix <prefix>', 'every version of the objects whose keys begin so, raw/2021/')
  .option('--key <key...>', 'every version of these objects')
  .addOption(new Option('--outcome <outcome>', 'those that ended so').choices(Outcome.options))
  .option('--all', 'every version of every object')
  .option('--list', 'only list them')
  .option(
    '--dry-run',
    'read them with this version of the parser and its rules, print what would change, and write nothing',
  )
  .option('--force', 'also those that the deployed version of the parser has read before')
  .addHelpText(
    'after',
    `
Every condition given must hold. Each version keeps the place in time at which it came: an old document does not become
current by being read again. Without --force what the deployed parser has read before is passed over; asking twice for the
same does the same once. A dry run prints the differences by rule, cell, fact and section, then document by document, and
last what the reports of neighbouring years and the versions of one report would say otherwise of each other.
${credentialsHelp}
Exit code: 0 they are in the queue (gongkai status tells what becomes of them), 1 gongkai failed.`,
  )
  .action(reprocess);

interface ReprocessOptions extends TargetOptions, Selection {
  readonly list?: true;
  readonly dryRun?: true;
  readonly force?: true;
}

async function reprocess(options: ReprocessOptions): Promise<void> {
  const [{ findTarget }, { selectVersions, sendAgain }] = await Promise.all([
    import('../target.ts'),
    import('../reprocess/reprocess.ts'),
  ]);
  const target = await findTarget(options);
  const versions = await selectVersions(target, options);
  if (options.dryRun) {
    await dryRun(target, versions);
  } else if (options.list) {
    for (const version of versions) print(listed(version));
    tell(`${versions.length} object versions`);
  } else {
    await sendAgain(target, versions, options.force ?? false);
  }
}

/** The differences on standard output, the progress on standard error. */
async function dryRun(target: Target, versions: readonly KnownVersion[]): Promise<void> {
  const [{ findDifferences }, { differenceSummary }, { progressBar }] = await Promise.all([
    import('../reprocess/differences.ts'),
    import('../reprocess/difference-summary.ts'),
    import('../progress-bar.ts'),
  ]);
  const bar = progressBar('Read again', versions.length);
  const differences = await findDifferences(target, versions, ({ version }) => bar.advance(1, version.key));
  bar.end(`Read again: ${versions.length} object versions; nothing was written`);
  print(differenceSummary(differences).join('\n'));
}

function listed({ version, ingestion }: KnownVersion): string {
  const { key, versionId, lastModified } = version;
  const ended = ingestion === null ? ['not ingested', ''] : [ingestion.outcome, ingestion.parserVersion];
  return [ingestion?.arrivedAt ?? lastModified, ...ended, key, versionId].join('\t');
}
