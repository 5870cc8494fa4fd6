import { execute, parse } from 'graphql';
import { executeOperation } from '../../../functions/graphql/execute/execute-operation.ts';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { type Env, readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { createReaderCaches, createRecordReader, usualSizes } from '../../../infra/store/record-reader.ts';
import { createGraphqlContext, type Reader } from '../../../schema/graphql/context.ts';
import { graphqlSchema } from '../../../schema/graphql/schema.ts';
import { median, milliseconds, printTable, quantile, timeInTurn } from '../measure.ts';
import { nestedQuery } from '../nested-query.ts';
import { benchSources } from './bench-sources.ts';

const runs = 200;

/** The nested query without HTTP: what it asks of DynamoDB, and how long resolving takes where everything is in memory. */
export async function benchExecutors(
  env: Env,
  variableValues: { readonly id: string; readonly last: number },
): Promise<void> {
  const settings = readEnv(TableEnv, env);
  const dynamo = createDynamoClient(settings);
  const meter = attachCallMeter(dynamo);
  const caches = createReaderCaches({ ...usualSizes, bodyBytes: 0 });
  const reader = createRecordReader({ dynamo, tableName: settings.TABLE_NAME }, 0, caches);
  const document = parse(nestedQuery);
  const asked = (from: Reader) => ({
    ...{ schema: graphqlSchema, document, variableValues },
    contextValue: createGraphqlContext(benchSources(from)),
  });
  await executeOperation(asked(reader));
  const { calls, readUnits } = meter.read();
  const read = inMemory(reader);
  const [ours, theirs] = [() => executeOperation(asked(read)), () => execute(asked(read))];
  await timeInTurn(ours, theirs, runs / 4);
  const times = await timeInTurn(ours, theirs, runs);
  const rows = Object.entries({ ours: times.first, 'graphql-js': times.second }).map(([name, sample]) => [
    ...[name, String(calls), String(readUnits)],
    ...[median(sample), quantile(sample, 0.95), Math.min(...sample)].map(milliseconds),
    `${(median(sample) / median(times.first)).toFixed(2)}×`,
  ]);
  const head = ['executor', 'DynamoDB calls', 'read units', 'ms without them, median', 'p95', 'least', 'against ours'];
  printTable(`Nested query of ${variableValues.last} years: calls, and resolving without the database`, [
    head,
    ...rows,
  ]);
  dynamo.destroy();
}

/** Answers what it has answered before without asking again. */
function inMemory(reader: Reader): Reader {
  const known = new Map<string, Promise<unknown>>();
  const once =
    <Args extends unknown[], Value>(name: string, ask: (...args: Args) => Promise<Value>) =>
    (...args: Args): Promise<Value> => {
      const key = JSON.stringify([name, args]);
      const answer = known.get(key) ?? ask(...args);
      known.set(key, answer);
      // What is kept under a name and arguments is what this very function gave for them.
      return answer as Promise<Value>;
    };
  return {
    ...reader,
    agencyWithHeads: once('agency', reader.agencyWithHeads),
    records: once('records', reader.records),
    reviews: once('reviews', reader.reviews),
  };
}
