import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { print, tell } from '../print.ts';
import type { TargetOptions } from '../target.ts';
import { credentialsHelp, withTarget } from '../target.ts';

export const traceCommand = withTarget(
  new Command('trace')
    .description(
      'Follow documents from the upload to what readers see: when they came, waited, were read, and as what.',
    )
    .argument('<key>', 'key of the object, or how it begins: raw/2020/neijiang.html'),
)
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    `
The newest 20 versions of objects are told. Bucket and table are asked directly, not the API.${credentialsHelp}
Exit code: 0 everything found is ingested; 1 something is not, or nothing has such a key.`,
  )
  .action(trace);

interface TraceOptions extends TargetOptions {
  readonly json?: true;
}

async function trace(key: string, options: TraceOptions): Promise<void> {
  const [{ findTarget }, { traceText, traceUploads }] = await Promise.all([
    import('../target.ts'),
    import('../trace.ts'),
  ]);
  const target = await findTarget(options);
  const traces = await traceUploads(target, key);
  if (traces.length === 0) tell(`Nothing in ${target.bucket} has a key that begins so: ${key}`);
  else print(options.json ? JSON.stringify(traces, null, 2) : traceText(traces));
  const isIngested = traces.length > 0 && traces.every(({ ingestion }) => ingestion !== null);
  process.exitCode = isIngested ? exitCodes.done : exitCodes.failed;
}
