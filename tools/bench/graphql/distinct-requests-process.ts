import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { createGraphqlServer } from '../../../functions/graphql/server.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { distinctRequests } from '../../../test/functions/graphql/answers/distinct-requests.ts';
import { childInput, tell } from '../../child.ts';

/** Answers so many requests, each unlike all others, and tells the memory of the process after each tenth of them. */
const input = z.object({ env: z.record(z.string(), z.string()), requests: z.int() }).parse(childInput());
const settings = readEnv(TableEnv, input.env);
const dynamo = createDynamoClient(settings);
const reader = createRecordReader({ dynamo, tableName: settings.TABLE_NAME });
const server = createGraphqlServer({ reader, rules: [], logError: console.error });

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const megabytes = (bytes: number): number => bytes / 1024 / 1024;

function memory(sent: number) {
  collectGarbage();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { sent, resident: megabytes(rss), used: megabytes(heapUsed + arrayBuffers) };
}

// Of the kinds with many tokens, which take their time to validate, one in sixteen is sent.
const kinds = Object.values(distinctRequests);
const texts = kinds.filter(({ of }) => of === 'text');
const tokens = kinds.filter(({ of }) => of === 'tokens');
const measured: ReturnType<typeof memory>[] = [];
for (let number = 0; number < input.requests; number += 1) {
  const some = number % 16 === 0 ? tokens : texts;
  const kind = some[Math.floor(number / 16) % some.length];
  if (kind !== undefined) await (await server.fetch(kind.make(number))).text();
  if ((number + 1) % (input.requests / 10) === 0) measured.push(memory(number + 1));
}
tell(measured, async () => dynamo.destroy());
