import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Env } from '../infra/env.ts';
import { account, region } from './account.ts';
import { pathWithThisNode } from './node-path.ts';
import { type Ended, run } from './run.ts';

const repository = resolve(import.meta.dirname, '..');
const resolver = pathToFileURL(join(import.meta.dirname, 'emulator', 'resolve-localhost.ts')).href;
const awsCall = join(import.meta.dirname, 'emulator', 'aws_call.py');

/** Where the product is rehearsed: programs as an operator runs them, in an environment that leads to the emulator. */
export interface Stage {
  /** The environment in which AWS is the emulator. */
  readonly env: Env;
  /** `cdk` where it sees no app: what it does to the account needs none. */
  cdkWithoutApp(...args: readonly string[]): Promise<Ended>;
  /** `cdk` on the app as it is in the repository, made anew. */
  cdk(...args: readonly string[]): Promise<Ended>;
  /** `cdk` on what the app made last, without making it again. */
  cdkAsMade(...args: readonly string[]): Promise<Ended>;
  gongkai(args: readonly string[], options?: GongkaiOptions): Promise<Ended>;
  /** A call by the library of the AWS CLI. */
  aws(service: string, operation: string, parameters: object): Promise<void>;
}

interface GongkaiOptions {
  readonly input?: string;
  readonly allowed?: readonly number[];
}

export interface StageOptions {
  readonly url: string;
  readonly python: string;
  /** What the run leaves behind. */
  readonly folder: string;
}

/** Sets the stage for an emulator that runs. */
export function setStage({ url, python, folder }: StageOptions): Stage {
  const env = environment(url);
  const made = join(folder, 'cdk.out');
  const cdk = (args: readonly string[], cwd = repository) =>
    run({ program: join(repository, 'node_modules', '.bin', 'cdk'), args: [...args, '--no-notices'], env, cwd });
  const node = { ...env, NODE_OPTIONS: `--import=${resolver}` };
  return {
    env,
    cdkWithoutApp: (...args) => cdk(args, folder),
    cdk: (...args) => cdk([...args, '--output', made]),
    cdkAsMade: (...args) => cdk([...args, '--app', made]),
    gongkai: (args, options = {}) =>
      run({ program: process.execPath, args: [join(repository, 'cli', 'gongkai.ts'), ...args], env: node, ...options }),
    async aws(service, operation, parameters) {
      await run({ program: python, args: [awsCall, service, operation, JSON.stringify(parameters)], env });
    },
  };
}

/** Nothing of the AWS configuration of whoever runs this: a rehearsal must not be able to reach an account. */
function environment(url: string): Env {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_'));
  return {
    ...Object.fromEntries(own),
    PATH: pathWithThisNode(),
    ...{ AWS_ENDPOINT_URL: url, AWS_REGION: region, AWS_DEFAULT_REGION: region },
    ...{ AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'rehearsal', AWS_EC2_METADATA_DISABLED: 'true' },
    ...{ AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
    ...{ CI: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' },
  };
}
