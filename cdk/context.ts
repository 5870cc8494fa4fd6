import process from 'node:process';
import type { App } from 'aws-cdk-lib';
import { z } from 'zod';
import { type Province, provinceNamed, provinces } from './provinces.ts';

/** What the app is asked to make. */
export interface AppContext {
  readonly stage: string;
  /** Region of the credentials, absent without credentials; a province's own setting goes before it. */
  readonly region?: string;
  readonly account?: string;
  readonly provinces: readonly Province[];
  /** Provinces whose tables the national gateway reads; without any there is no gateway. */
  readonly gateway: readonly Province[];
}

const list = z
  .string()
  .transform((words) => words.split(',').map((word) => word.trim()))
  .pipe(z.array(z.string().min(1)));

/** Reads the context given with `-c`: `stage=test`, `provinces=sichuan,guizhou` (absent: all), `gateway=all` or names. */
export function readContext(app: App): AppContext {
  const read = (key: string) => app.node.tryGetContext(key) ?? undefined;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const region = process.env.CDK_DEFAULT_REGION;
  return {
    stage: z.string().default('prod').parse(read('stage')),
    provinces: named(list.optional().parse(read('provinces')) ?? ['all']),
    gateway: named(list.optional().parse(read('gateway')) ?? []),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
}

function named(words: readonly string[]): readonly Province[] {
  return words.includes('all') ? provinces : words.map(provinceNamed);
}
