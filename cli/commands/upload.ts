import { Command } from 'commander';
import { credentialsHelp, withTarget } from '../target.ts';
import type { UploadCommandOptions } from '../upload/upload.ts';

export const uploadCommand = withTarget(
  new Command('upload')
    .description(
      'Upload reports to the bucket: files, folders with everything in them, lists of documents, web archives.',
    )
    .argument('<path...>', 'files, folders, lists (CSV with the columns url and file), web archives (.warc, .warc.gz)'),
)
  .option('--to <url>', 's3://bucket, or http://host:port/bucket (default: the bucket of the stack)')
  .option('--wait', 'wait for what becomes of each and print it, one a line')
  .option('--graphql <url>', 'GraphQL endpoint to ask for outcomes (default: that of the stack)')
  .option('--source-url <url>', 'where they were published')
  .option('--published-on <day>', 'when they were published, as a hint where a file does not say, 2021-03-30')
  .option('--fetched-at <time>', 'when they were fetched from there, ISO 8601')
  .option('--agency <name>', 'who published them, as a hint where a file does not say')
  .option(
    '--include <glob>',
    "only what matches, '*.html' or 'www.example.gov.cn/**'; more than one may be given",
    (glob: string, before: readonly string[] = []) => [...before, glob],
  )
  .addHelpText(
    'after',
    `
A file whose bytes the bucket already shows under its key is passed over, so an upload that was cut off is begun again with
the same command. Each file is checked on its way by its SHA-256 and tried again when the line fails; failures are listed last.
A list says of each file where it was published (url), and may say publishedOn, agency and fetchedAt; web archives say the same of each page.
That goes before the options. docs/intake.md tells more.
${credentialsHelp}
Exit code: 0 uploaded (with --wait: published or held), 2 some were rejected, 1 some failed.`,
  )
  .action(async (paths: string[], options: UploadCommandOptions) => {
    const { upload } = await import('../upload/upload.ts');
    await upload(paths, options);
  });
