import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { adviceFor } from './advice.ts';
import { agenciesCommand } from './commands/agencies.ts';
import { collectCommand } from './commands/collect.ts';
import { denominatorsCommand } from './commands/denominators.ts';
import { exportCommand } from './commands/export.ts';
import { parseCommand } from './commands/parse.ts';
import { queryCommand } from './commands/query.ts';
import { redriveCommand } from './commands/redrive.ts';
import { registerCommand } from './commands/register.ts';
import { releaseCommand } from './commands/release.ts';
import { reprocessCommand } from './commands/reprocess.ts';
import { searchCommand } from './commands/search.ts';
import { startCommand } from './commands/start.ts';
import { statusCommand } from './commands/status.ts';
import { traceCommand } from './commands/trace.ts';
import { uploadCommand } from './commands/upload.ts';
import { exitCodes } from './exit-codes.ts';
import { tell } from './print.ts';

const program = new Command('gongkai')
  .description('Turns annual disclosure reports of Chinese government agencies into records a program can trust.')
  .addCommand(parseCommand)
  .addCommand(startCommand)
  .addCommand(collectCommand)
  .addCommand(uploadCommand)
  .addCommand(queryCommand)
  .addCommand(agenciesCommand)
  .addCommand(searchCommand)
  .addCommand(exportCommand)
  .addCommand(releaseCommand)
  .addCommand(registerCommand)
  .addCommand(denominatorsCommand)
  .addCommand(statusCommand)
  .addCommand(traceCommand)
  .addCommand(redriveCommand)
  .addCommand(reprocessCommand)
  .showHelpAfterError('(gongkai --help lists the commands)')
  // What follows the name of a command is its own, also where the command above has an option of that name.
  .enablePositionalOptions();

const inner = [registerCommand, denominatorsCommand, exportCommand].flatMap(({ commands }) => commands);
for (const command of [program, ...program.commands, ...inner]) command.exitOverride();

// Whoever reads our output may have seen enough (| head): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Commander has already printed its own errors; anything else is ours to say, with what to do about it. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const advice = adviceFor(error);
  const lines = [
    `gongkai: ${error instanceof Error ? error.message : String(error)}`,
    ...(advice === null ? [] : [advice]),
  ];
  tell(lines.join('\n'));
  return exitCodes.failed;
}
