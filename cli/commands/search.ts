import process from 'node:process';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { print, tell } from '../print.ts';
import type { SearchCoverage } from '../search.ts';
import type { TargetOptions } from '../target.ts';
import { withTarget } from '../target.ts';

/** Milliseconds that it may take until the indexes of texts are made. */
const patienceMs = 10 * 60_000;

export const searchCommand = withTarget(
  new Command('search').description('Search the narrative of reports: agency, year, section and sentence of each hit.'),
)
  .argument('<words...>', 'words that must all stand in one section; one in quotation marks with its blanks')
  .option('--division <code>', 'only reports of a division: 51, 5110 or 511000')
  .option('--year <year...>', 'only reports on these years')
  .addHelpText(
    'after',
    `
Columns are parted by tabs; the section of a preamble is empty, and of a section the first fifty sentences are printed. The first search of
many reports waits until their index is made, for ten minutes at most.
Exit code: 0 all were searched, whether anything was found or not, 1 not.`,
  )
  .action(search);

interface SearchOptions extends TargetOptions {
  readonly division?: string;
  readonly year?: readonly string[];
}

async function search(words: readonly string[], { division, year, ...options }: SearchOptions): Promise<void> {
  const [{ findTarget }, { searchTexts }] = await Promise.all([import('../target.ts'), import('../search.ts')]);
  const filter = {
    ...(division === undefined ? {} : { division }),
    ...(year === undefined ? {} : { years: year.map(Number) }),
  };
  const onCoverage = (coverage: SearchCoverage) => {
    tell(coverageLine(coverage));
    if (coverage.left > 0) process.exitCode = exitCodes.failed;
  };
  const request = { text: words.join(' '), filter, patienceMs, onCoverage };
  for await (const columns of searchTexts((await findTarget(options)).graphql, request)) print(columns.join('\t'));
}

function coverageLine({ reports, searched, withoutText, inDoubt, left }: SearchCoverage): string {
  return [
    `${searched} of ${reports} reports searched`,
    ...(withoutText === 0 ? [] : [`in ${withoutText} no text was read`]),
    ...(inDoubt === 0 ? [] : [`${inDoubt} left out, for it is in doubt whose they are`]),
    ...(left === 0 ? [] : [`${left} could not be searched: nothing is said of them`]),
  ].join('; ');
}
