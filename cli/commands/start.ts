import { Command, InvalidArgumentError } from 'commander';
import type { StartOptions } from '../start/start.ts';

export const startCommand = new Command('start')
  .description('Run the whole product on this machine: S3, SQS, DynamoDB, ingest and GraphQL in one process.')
  .option('--port <port>', 'port of GraphQL', port, 4000)
  .option('--s3-port <port>', 'port of S3', port, 4568)
  .option('--sqs-port <port>', 'port of SQS', port, 4576)
  .option('--dynamodb-port <port>', 'port of DynamoDB', port, 4569)
  .option('--data-dir <folder>', 'where everything is kept between runs', '.gongkai')
  .option('--no-samples', 'do not load the sample reports on the first start')
  .addHelpText(
    'after',
    '\nA port of 0 takes any that is free. Stop with Ctrl-C; what was not ingested is ingested at the next start.',
  )
  .action(async (options: StartOptions) => {
    const { start } = await import('../start/start.ts');
    await start(options);
  });

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('a port is 0 to 65535');
  return number;
}
