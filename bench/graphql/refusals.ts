import { createGraphqlServer } from '../../functions/graphql/server.ts';
import { createDynamoClient } from '../../infra/aws-clients.ts';
import { type Env, readEnv, TableEnv } from '../../infra/env.ts';
import { createRecordReader } from '../../infra/records/record-reader.ts';
import { hostileRequests } from '../../test/functions/graphql/hostile-queries.ts';
import { median, milliseconds, printTable } from '../measure.ts';

const runs = 9;

/** How long it takes to refuse each hostile request; the slowest are shown. */
export async function benchRefusals(env: Env): Promise<void> {
  const settings = readEnv(TableEnv, env);
  const dynamo = createDynamoClient(settings);
  const reader = createRecordReader({ dynamo, tableName: settings.TABLE_NAME });
  const server = createGraphqlServer({ reader, rules: [], logError: console.error });
  const rows: { name: string; code: string; time: number }[] = [];
  for (const { name, code, query, variables = {} } of hostileRequests) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const body = JSON.stringify({ query, variables });
      const start = performance.now();
      const headers = { 'content-type': 'application/json' };
      const response = await server.fetch('http://bench/graphql', { method: 'POST', headers, body });
      await response.text();
      times.push(performance.now() - start);
    }
    rows.push({ name, code, time: median(times) });
  }
  const slowest = rows.toSorted((a, b) => b.time - a.time).slice(0, 8);
  printTable(`Refusals: the slowest of ${rows.length} hostile requests`, [
    ['request', 'code', 'ms, median'],
    ...slowest.map(({ name, code, time }) => [name, code, milliseconds(time)]),
  ]);
  dynamo.destroy();
}
