import { spawn } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { nationalStackName, stackName } from '../cdk/names.ts';
import { provinceNamed, provinces } from '../cdk/provinces.ts';

const usage = `npm run deploy -- PROVINCE... [--stage STAGE] [--national] [-- options of cdk deploy]

  PROVINCE    sichuan, 51 or 四川; several, or all
  --stage     prod unless another is named (cdk/settings.ts)
  --national  also the gateway over these provinces
`;

/** The command line of `cdk` that deploys what was asked for. Throws for a word that names no province. */
export function deployCommand(args: readonly string[]): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const options = {
    stage: { type: 'string', default: 'prod' },
    national: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ args: args.slice(0, end), options, allowPositionals: true });
  if (positionals.length === 0) throw new Error(usage);
  const asked = positionals.includes('all') ? provinces : positionals.map(provinceNamed);
  const names = asked.map(({ pinyin }) => pinyin).join(',');
  const stacks = asked.map(({ pinyin }) => stackName(pinyin, values.stage));
  return [
    'deploy',
    ...(values.national ? [...stacks, nationalStackName(values.stage)] : stacks),
    ...['--context', `stage=${values.stage}`, '--context', `provinces=${names}`],
    ...(values.national ? ['--context', `gateway=${names}`] : []),
    ...args.slice(end + 1),
  ];
}

function main(): void {
  try {
    const cdk = spawn('cdk', deployCommand(process.argv.slice(2)), { stdio: 'inherit' });
    cdk.on('close', (code) => {
      process.exitCode = code ?? 1;
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) main();
