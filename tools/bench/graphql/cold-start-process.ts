import process from 'node:process';
import { z } from 'zod';
import { childInput, tell } from '../../child.ts';

/** A process that loads a bundled function, answers one event of an HTTP API and tells how long it had lived by then, in milliseconds. */
const input = z.object({ module: z.string(), env: z.record(z.string(), z.string()) }).parse(childInput());
Object.assign(process.env, input.env, { LOG_LEVEL: 'SILENT' });
const begun = performance.now();
// What the function is like is its business: the answer is looked at below.
const { handler } = (await import(input.module)) as { handler: (event: unknown) => Promise<{ statusCode: number }> };
const loaded = performance.now();
const { statusCode } = await handler({
  version: '2.0',
  rawPath: '/graphql',
  headers: { 'content-type': 'application/json' },
  requestContext: { domainName: 'bench', http: { method: 'POST' } },
  body: JSON.stringify({ query: '{ agencies(first: 1) { nodes { name } } }' }),
});
if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
tell({ load: loaded - begun, answer: performance.now() - loaded }, async () => process.exit(0));
