import type { Stage } from './stage.ts';

/** Where to ask: `--stack` with a name, or `--to` with an address. */
export type Asked = readonly ['--stack' | '--to', string];

/** Sends a GraphQL query with the command line over the deployed HTTP API, and answers its data. Throws where it has errors. */
export async function ask(stage: Stage, asked: Asked, query: string): Promise<unknown> {
  const { stdout } = await stage.gongkai(['query', '-', ...asked], { input: query });
  return JSON.parse(stdout).data;
}
