import { createServer } from 'node:http';
import { z } from 'zod';
import { createGraphqlServer } from '../../../functions/graphql/server.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { listen, stop } from '../../../infra/local/listen.ts';
import { createReaderCaches, createRecordReader, usualSizes } from '../../../infra/store/record-reader.ts';
import { describedRules } from '../../../parser/rules/rules.ts';
import { childInput, tell } from '../../child.ts';

/** The API over HTTP in a process of its own, with or without records and answers kept in memory. Tells its port. */
const input = z
  .object({ env: z.record(z.string(), z.string()), records: z.boolean(), answers: z.boolean() })
  .parse(childInput());
const settings = readEnv(TableEnv, input.env);
const dynamo = createDynamoClient(settings);
const caches = createReaderCaches(input.records ? usualSizes : { ...usualSizes, bodyBytes: 0 });
const reader = createRecordReader({ dynamo, tableName: settings.TABLE_NAME }, 0, caches);
const graphql = createGraphqlServer({
  ...{ reader, rules: describedRules, logError: console.error },
  ...(input.answers ? {} : { answerBytes: 0 }),
});
const server = createServer((request, response) => void graphql(request, response));
const port = await listen(server, { service: 'GraphQL', port: 0, option: '' });
tell({ port }, async () => {
  await stop(server);
  dynamo.destroy();
});
