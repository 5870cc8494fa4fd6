import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { z } from 'zod';
import { exitCodes } from '../exit-codes.ts';
import { print } from '../print.ts';
import type { TargetOptions } from '../target.ts';
import { credentialsHelp, withTarget } from '../target.ts';

export const queryCommand = withTarget(
  new Command('query').description('Send a GraphQL query and print its answer as JSON.'),
)
  .argument('<file>', 'a file with the query, or - for standard input')
  .option('--to <url>', 'GraphQL endpoint (default: that of the stack)')
  .option('--variables <json>', 'variables of the query, as JSON', '{}')
  .addHelpText('after', `${credentialsHelp}\nExit code: 0 answered, 1 no answer or an answer with errors.`)
  .action(query);

interface QueryOptions extends TargetOptions {
  readonly to?: string;
  readonly variables: string;
}

/** What answers in the API's place, a gateway say, has neither. */
const Answer = z.looseObject({ errors: z.array(z.unknown()).optional(), data: z.unknown().optional() });

async function query(file: string, { to, variables, ...target }: QueryOptions): Promise<void> {
  const url = to ?? (await graphqlOf(target));
  const document = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: document, variables: JSON.parse(variables) }),
  });
  const answer = Answer.parse(await response.json());
  print(JSON.stringify(answer, null, 2));
  if (answer.errors !== undefined || answer.data === undefined) process.exitCode = exitCodes.failed;
}

async function graphqlOf(options: TargetOptions): Promise<string> {
  const { findTarget } = await import('../target.ts');
  return (await findTarget(options)).graphql;
}
