import { Command, InvalidArgumentError } from 'commander';
import { print } from '../print.ts';
import type { TargetOptions } from '../target.ts';
import { credentialsHelp, withTarget } from '../target.ts';

export const statusCommand = withTarget(
  new Command('status').description('Show how a stack is: queue, dead letters, last ingestions, alarms that ring.'),
)
  .option('--last <count>', 'how many of the last ingestions to show', count, 10)
  .option('--json', 'print JSON')
  .addHelpText('after', `${credentialsHelp}\nExit code: 0 answered, however it is; 1 no answer.`)
  .action(status);

interface StatusOptions extends TargetOptions {
  readonly last: number;
  readonly json?: true;
}

async function status(options: StatusOptions): Promise<void> {
  const [{ findTarget }, { readStatus }, { statusText }] = await Promise.all([
    import('../target.ts'),
    import('../status.ts'),
    import('../status.ts'),
  ]);
  const found = await readStatus(await findTarget(options), options.last);
  print(options.json ? JSON.stringify(found, null, 2) : statusText(found));
}

/** As many as one page of the table's list may hold. */
const mostShown = 1_000;

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > mostShown)
    throw new InvalidArgumentError(`a count is 1 to ${mostShown}`);
  return number;
}
