import type { Command } from 'commander';

/** Adds the options that say what a command works on: `TargetOptions`. */
export function withTarget(command: Command): Command {
  return command
    .option('--stack <name>', 'a deployed stack, gongkai-sichuan (default: the stack that gongkai start is running)')
    .option('--region <region>', 'AWS region of the stack (default: that of the AWS configuration)')
    .option('--data-dir <folder>', 'where gongkai start keeps its data', '.gongkai');
}

/** Ends the help of a command that works on a stack. */
export const credentialsHelp = `
With --stack, credentials and region come from the standard AWS variables, profiles and roles (AWS_PROFILE, AWS_REGION, …).`;
