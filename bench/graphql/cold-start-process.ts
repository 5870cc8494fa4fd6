import process from 'node:process';
import { z } from 'zod';
import { createHandler } from '../../functions/graphql/handler.ts';
import { childInput, tell } from './child.ts';

/** A process that answers one event of an HTTP API and tells how long it had lived by then, in milliseconds. */
const loaded = performance.now();
const input = z.object({ env: z.record(z.string(), z.string()) }).parse(childInput());
const lambda = createHandler({ ...input.env, LOG_LEVEL: 'SILENT' });
await lambda.handle({
  version: '2.0',
  rawPath: '/graphql',
  headers: { 'content-type': 'application/json' },
  requestContext: { domainName: 'bench', http: { method: 'POST' } },
  body: JSON.stringify({ query: '{ agencies(first: 1) { nodes { name } } }' }),
});
tell({ loaded, answered: performance.now() }, async () => {
  lambda.close();
  process.exitCode = 0;
});
