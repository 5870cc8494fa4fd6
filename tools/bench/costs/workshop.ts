import { join } from 'node:path';
import type { Env } from '../../../infra/aws/env.ts';
import type { LocalStack } from '../../../infra/local/local-stack.ts';
import type { DynamoTap, TappedCall } from '../../../test/support/dynamo-tap.ts';
import { driveFunction } from './drive-function.ts';

/** Where functions are measured: on the embedded services, with every call to the table counted. */
export interface Workshop {
  readonly env: Env;
  readonly tap: DynamoTap;
  /** Runs a bundled function over events, see `driveFunction`. */
  drive(name: string, events: readonly unknown[], env?: Env): ReturnType<typeof driveFunction>;
}

export function workshop(stack: LocalStack, tap: DynamoTap, folder: string): Workshop {
  return {
    env: stack.env,
    tap,
    drive(name, events, more = {}) {
      const env = { ...stack.env, AWS_ENDPOINT_URL_DYNAMODB: tap.endpoint, ...more };
      return driveFunction({ module: join(folder, name, 'index.mjs'), events, env, folder });
    },
  };
}

const writes = /Put|Write|Update|Delete/;

/** Units that calls consumed, reads and writes apart. */
export function unitsOf(calls: readonly TappedCall[]): { readonly readUnits: number; readonly writeUnits: number } {
  const sum = (some: readonly TappedCall[]) => some.reduce((total, { units }) => total + units, 0);
  return {
    readUnits: sum(calls.filter(({ action }) => !writes.test(action))),
    writeUnits: sum(calls.filter(({ action }) => writes.test(action))),
  };
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0) / numbers.length;
}
