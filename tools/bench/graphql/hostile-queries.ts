import { z } from 'zod';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { type Env, readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { hostileAnswers, hostileReports, nestedVersions } from '../../../test/functions/graphql/hostile-answers.ts';
import { hostileRequests } from '../../../test/functions/graphql/hostile-queries.ts';
import { startChild } from '../../child.ts';
import { milliseconds, printTable } from '../measure.ts';

/** What came of a query: its code or `answered`, how long it took at first and at most, and the most memory its process has had by then. */
const Outcome = z.object({
  name: z.string(),
  code: z.string(),
  first: z.number(),
  slowest: z.number(),
  peakBytes: z.number(),
});
type Outcome = z.infer<typeof Outcome>;

/** What each hostile query costs: those that are refused unread in one process, each that is read in a process of its own. */
export async function benchHostileQueries(env: Env): Promise<void> {
  await store(env);
  const read = [...hostileAnswers, ...nestedVersions].map(({ name }) => [name]);
  const outcomes: Outcome[] = [];
  for (const names of [[], ...read, hostileRequests.map(({ name }) => name)]) {
    const child = await startChild(new URL('hostile-process.ts', import.meta.url), { env, names });
    outcomes.push(...z.array(Outcome).parse(child.told));
    await child.stop();
  }
  printTable(`Hostile queries: ${outcomes.length - 1}, and an API that is asked nothing`, [
    ['query', 'outcome', 'ms, first', 'ms, slowest', 'peak memory, MB'],
    ...outcomes.map(({ name, code, first, slowest, peakBytes }) => [
      ...[name, code, milliseconds(first), milliseconds(slowest)],
      (peakBytes / 1e6).toFixed(0),
    ]),
  ]);
}

async function store(env: Env): Promise<void> {
  const settings = readEnv(TableEnv, env);
  const dynamo = createDynamoClient(settings);
  const writer = createRecordWriter({ dynamo, tableName: settings.TABLE_NAME });
  for (const { head, record } of hostileReports) {
    await writer.change((writes) => writes.putRecord(head, record));
  }
  dynamo.destroy();
}
