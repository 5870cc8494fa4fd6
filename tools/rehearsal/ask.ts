import { isDeepStrictEqual } from 'node:util';
import type { Stage } from './stage.ts';
import { waitFor } from './wait-for.ts';

/** Where to ask: `--stack` with a name, or `--to` with an address. */
export type Asked = readonly ['--stack' | '--to', string];

/** Sends a GraphQL query with the command line over the deployed HTTP API, and answers its data. Throws where it has errors. */
export async function ask(stage: Stage, asked: Asked, query: string): Promise<unknown> {
  const { stdout } = await stage.gongkai(['query', '-', ...asked], { input: query });
  return JSON.parse(stdout).data;
}

/**
 * Asks a query about lists until its data is `expected`. A list may be `LISTS_BEHIND_MS` behind (decision 0092), so its first answer
 * may be from before an upload. Throws with the last answer if half a minute does not bring the expected one.
 */
export async function askUntil(stage: Stage, asked: Asked, query: string, expected: unknown): Promise<void> {
  await waitFor(
    { expected: JSON.stringify(expected), timeoutMs: 30_000 },
    () => ask(stage, asked, query),
    (data) => isDeepStrictEqual(data, expected),
  );
}
