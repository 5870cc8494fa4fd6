import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Env } from '../../infra/aws/env.ts';
import { account, region } from './account.ts';
import { nodeFirst } from './node-path.ts';
import { type Ended, run } from './run.ts';

const repository = resolve(import.meta.dirname, '../..');
const resolver = pathToFileURL(join(import.meta.dirname, 'emulator', 'resolve-localhost.ts')).href;

/** Where the product is rehearsed: programs as an operator runs them, in an environment that leads to the emulator. */
export interface Stage {
  /** The environment in which AWS is the emulator. */
  readonly env: Env;
  /** Commands as they stand in the guide, in the repository; the first that fails ends them. */
  shell(commands: string, env?: Env): Promise<Ended>;
  cdk(...args: readonly string[]): Promise<Ended>;
  gongkai(args: readonly string[], options?: GongkaiOptions): Promise<Ended>;
  /** From now on `gongkai` works with these credentials, and no longer with those of the account. */
  operateWith(credentials: Env): void;
  /** The AWS CLI. */
  aws(...args: readonly string[]): Promise<Ended>;
}

interface GongkaiOptions {
  readonly input?: string;
  readonly allowed?: readonly number[];
}

export interface StageOptions {
  readonly url: string;
  /** Python of the environment that the emulator and the AWS CLI are installed in. */
  readonly python: string;
  /** Ends whatever runs. */
  readonly signal: AbortSignal;
}

/** Sets the stage for an emulator that runs. */
export function setStage({ url, python, signal }: StageOptions): Stage {
  const programs = dirname(python);
  const env = environment(url, programs);
  const common = { env, signal, cwd: repository };
  let operator: Env = {};
  return {
    env,
    shell: (commands, more = {}) =>
      run({ ...common, program: 'bash', args: ['-euo', 'pipefail', '-c', commands], env: { ...env, ...more } }),
    cdk: (...args) => run({ ...common, program: join(repository, 'node_modules', '.bin', 'cdk'), args }),
    gongkai: (args, options = {}) =>
      run({
        ...{ ...common, env: { ...env, ...operator } },
        ...{ program: process.execPath, args: [join('cli', 'gongkai.ts'), ...args], ...options },
      }),
    operateWith(credentials) {
      operator = credentials;
    },
    aws: (...args) => run({ ...common, program: join(programs, 'aws'), args }),
  };
}

/** Nothing of the AWS configuration of whoever runs this: a rehearsal must not be able to reach an account. */
function environment(url: string, programs: string): Env {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_'));
  return {
    ...Object.fromEntries(own),
    PATH: nodeFirst(programs),
    NODE_OPTIONS: `--import=${resolver}`,
    ...{ AWS_ENDPOINT_URL: url, AWS_REGION: region, AWS_DEFAULT_REGION: region },
    ...{ AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'rehearsal', AWS_EC2_METADATA_DISABLED: 'true' },
    ...{ AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
    // Options of `cdk`: nobody is there to be asked, and what is new in the world of CDK is not looked up.
    ...{ CDK_REQUIRE_APPROVAL: 'never', CDK_PROGRESS: 'events', CDK_NOTICES: 'false' },
    ...{ CI: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' },
  };
}
