import { Command } from 'commander';
import { credentialsHelp, withTarget } from '../target.ts';
import type { UploadCommandOptions } from '../upload/upload.ts';

export const uploadCommand = withTarget(
  new Command('upload')
    .description('Upload reports to the bucket: files, or folders with everything in them.')
    .argument('<path...>', 'files and folders'),
)
  .option('--to <url>', 's3://bucket, or http://host:port/bucket (default: the bucket of the stack)')
  .option('--wait', 'wait for what becomes of each and print it, one a line')
  .option('--graphql <url>', 'GraphQL endpoint to ask for outcomes (default: that of the stack)')
  .option('--source-url <url>', 'where they were published')
  .option('--fetched-at <time>', 'when they were fetched from there, ISO 8601')
  .option('--agency <name>', 'who published them, as a hint where a file does not say')
  .addHelpText(
    'after',
    `
A file whose bytes the bucket already shows under its key is passed over, so an upload that was cut off is begun again with
the same command. Each file is checked on its way by its SHA-256 and tried again when the line fails; failures are listed last.
${credentialsHelp}
Exit code: 0 uploaded (with --wait: published or held), 2 some were rejected, 1 some failed.`,
  )
  .action(async (paths: string[], options: UploadCommandOptions) => {
    const { upload } = await import('../upload/upload.ts');
    await upload(paths, options);
  });
