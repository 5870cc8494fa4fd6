import process from 'node:process';
import { z } from 'zod';
import { createGraphqlServer } from '../../../functions/graphql/server.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { describedRules } from '../../../parser/rules/rules.ts';
import { hostileAnswers, nestedVersions } from '../../../test/functions/graphql/hostile-answers.ts';
import { hostileRequests } from '../../../test/functions/graphql/hostile-queries.ts';
import { childInput, tell } from '../../child.ts';

/** Asks the hostile queries of some names, each several times; of no name, nothing. Tells what came of each, see `hostile-queries.ts`. */
const { env, names } = z
  .object({ env: z.record(z.string(), z.string()), names: z.array(z.string()) })
  .parse(childInput());

const runs = 9;
const settings = readEnv(TableEnv, env);
const dynamo = createDynamoClient(settings);
const server = createGraphqlServer({
  reader: createRecordReader({ dynamo, tableName: settings.TABLE_NAME }),
  ...{ rules: describedRules, logError: console.error, answerBytes: 0 },
});

const peakBytes = () => process.resourceUsage().maxRSS * 1024;

async function outcomeOf(name: string, body: string) {
  const times: number[] = [];
  let code = 'answered';
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const headers = { 'content-type': 'application/json' };
    const response = await server.fetch('http://bench/graphql', { method: 'POST', headers, body });
    const { errors } = z
      .object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional() })
      .parse(await response.json());
    code = errors?.[0]?.extensions.code ?? code;
    times.push(performance.now() - start);
  }
  return { name, code, first: times[0] ?? 0, slowest: Math.max(...times), peakBytes: peakBytes() };
}

const outcomes =
  names.length === 0 ? [{ name: '(nothing)', code: '', first: 0, slowest: 0, peakBytes: peakBytes() }] : [];
for (const asked of [...hostileAnswers, ...nestedVersions, ...hostileRequests]) {
  const { name, query, variables = {} } = { variables: {}, ...asked };
  if (names.includes(name)) outcomes.push(await outcomeOf(name, JSON.stringify({ query, variables })));
}
tell(outcomes, async () => dynamo.destroy());
