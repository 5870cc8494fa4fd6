import { Command, InvalidArgumentError } from 'commander';
import type { CollectOptions } from '../collect/collect.ts';

export const collectCommand = new Command('collect')
  .description('Fetch pages of a list, with the documents they link to, into a folder that gongkai upload reads.')
  .argument('<list>', 'CSV with the column url, and publishedOn and agency where they are known')
  .requiredOption('--out <folder>', 'folder to collect into; what it has already is not fetched again')
  .option('--contact <address>', 'mail or web address of who collects, told to every host')
  .option('--delay <seconds>', 'least pause between two requests to a host', seconds, 2)
  .option('--timeout <seconds>', 'longest that a request may take', seconds, 60)
  .option('--max-size <megabytes>', 'largest document', seconds, 50)
  .option('--no-attachments', 'pages alone, without the documents they link to')
  .option('--allow-private', 'let addresses lead into the network that this machine is in')
  .addHelpText(
    'after',
    `
A host is asked one thing at a time, robots.txt is obeyed, and what a host asks to wait is waited for. FOLDER/manifest.csv says of each
document where it is from, when it was fetched, and its SHA-256. Give the same command again for what is missing. docs/intake.md tells more.
Exit code: 0 all is there, 2 a host does not give some (robots.txt, HTTP 404), 1 some failed and may come the next time.`,
  )
  .action(async (list: string, options: CollectOptions) => {
    const { collect } = await import('../collect/collect.ts');
    await collect(list, options);
  });

function seconds(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new InvalidArgumentError('It takes a number.');
}
