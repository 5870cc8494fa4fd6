import { Command } from 'commander';
import { print, tell } from '../print.ts';
import type { TargetOptions } from '../target.ts';
import { credentialsHelp, withTarget } from '../target.ts';

export const redriveCommand = withTarget(
  new Command('redrive').description(
    'Move messages from the dead-letter queue back to the queue, and show what they are.',
  ),
)
  .option('--dry-run', 'only show them')
  .addHelpText(
    'after',
    `
Each message is deleted only after the queue has taken it back; ending it at any time loses nothing. A message that fails
again comes back to the dead-letter queue once the queue has delivered it as often as it may.
${credentialsHelp}
Exit code: 0 done, also when there is none; 1 gongkai failed.`,
  )
  .action(redrive);

interface RedriveOptions extends TargetOptions {
  readonly dryRun?: true;
}

async function redrive(options: RedriveOptions): Promise<void> {
  const [{ findTarget }, { redriveAll, showAll }] = await Promise.all([
    import('../target.ts'),
    import('../redrive.ts'),
  ]);
  const target = await findTarget(options);
  const count = await (options.dryRun ? showAll : redriveAll)(target, print);
  tell(options.dryRun ? `${count} dead letters` : `${count} messages are back in the queue`);
}
