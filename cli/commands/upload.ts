import { Command } from 'commander';
import type { UploadCommandOptions } from '../upload/upload.ts';

export const uploadCommand = new Command('upload')
  .description('Upload reports to the bucket: files, or folders with everything in them.')
  .argument('<path...>', 'files and folders')
  .option('--to <url>', 's3://bucket, or http://host:port/bucket (default: the stack that gongkai start is running)')
  .option('--wait', 'wait for what becomes of each and print it, one a line')
  .option('--graphql <url>', 'GraphQL endpoint to ask for outcomes (default: the running stack)')
  .option('--data-dir <folder>', 'where gongkai start keeps its data', '.gongkai')
  .addHelpText(
    'after',
    `
Credentials and region come from the standard AWS variables, profiles and roles.
Exit code: 0 uploaded (with --wait: published or held), 2 some were rejected, 1 gongkai itself failed.`,
  )
  .action(async (paths: string[], options: UploadCommandOptions) => {
    const { upload } = await import('../upload/upload.ts');
    await upload(paths, options);
  });
