import { z } from 'zod';
import { startChild } from '../child.ts';
import { benchColdStart } from './graphql/cold-start.ts';
import { benchDistinctRequests } from './graphql/distinct-requests.ts';
import { benchHeaviestRead } from './graphql/heaviest-read.ts';
import { benchHostileQueries } from './graphql/hostile-queries.ts';
import { benchManyReports } from './graphql/many-reports.ts';

/** The API on the embedded store, each in a process of its own: throughput, lists and measures, hostile queries, memory, cold start. */
export async function benchGraphql(): Promise<void> {
  const store = await startChild(new URL('graphql/store-process.ts', import.meta.url), null);
  const env = z.record(z.string(), z.string()).parse(store.told);
  try {
    await benchHeaviestRead(env);
    await benchManyReports(env);
    await benchHostileQueries(env);
    await benchDistinctRequests(env);
    await benchColdStart(env);
  } finally {
    await store.stop();
  }
}
