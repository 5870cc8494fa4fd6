import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableActions } from '../../cdk/permissions.ts';
import { createHandler as createGraphql } from '../../functions/graphql/handler.ts';
import { createHandler as createIngest } from '../../functions/ingest/handler.ts';
import { creationMessage } from '../../infra/local/s3/object-version.ts';
import { sqsEvent } from '../../infra/local/sqs-event.ts';
import { tableIndexes } from '../../infra/store/table.ts';
import { readModules } from '../architecture/modules.ts';
import { type DynamoTap, startDynamoTap, type TappedCall } from '../support/dynamo-tap.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';

let aws: TestAws;
let tap: DynamoTap;
beforeAll(async () => {
  aws = await startTestAws();
  tap = await startDynamoTap(() => aws.stack.endpoints.dynamodb);
});
afterAll(async () => {
  await tap.close();
  await aws.close();
});

const settings = () => ({ ...aws.stack.env, AWS_ENDPOINT_URL_DYNAMODB: tap.endpoint, LOG_LEVEL: 'SILENT' });

/** Names of the actions behind the commands of the SDK, of which some end in `Item` and some do not. */
const actionOf = (command: string) => (/^(?:Query|Scan)$/.test(command) ? command : `${command}Item`);

/** Actions that code reachable from a module can ask for. */
async function reachable(entry: string): Promise<string[]> {
  const modules = new Map(readModules().map((module) => [module.path, module]));
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const file of modules.get(path)?.files ?? []) visit(file);
  };
  visit(entry);
  const sources = [...seen].filter((path) => path.startsWith('infra/store/'));
  const texts = await Promise.all(sources.map((path) => readFile(path, 'utf8')));
  const commands = texts.flatMap((text) => [...text.matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name));
  return [...new Set(commands.map(actionOf))].toSorted();
}

const actionsOf = (calls: readonly TappedCall[]) => [...new Set(calls.map(({ action }) => action))];
const indexesOf = (calls: readonly TappedCall[]) => calls.flatMap(({ index }) => (index === null ? [] : [index]));

async function ingestSamples(): Promise<void> {
  const ingest = createIngest(settings());
  for (const name of ['neijiang-2020.txt', 'gongjing-2018.txt', 'yaan-2021-work-plan.txt']) {
    const key = `raw/${name}`;
    const bytes = await readFile(`samples/${name}`);
    const versionId = await aws.upload(key, bytes);
    const Body = creationMessage({ bucket: aws.stack.bucket, key, versionId, size: bytes.length, eTag: '' }, 'Put');
    await ingest.handle(sqsEvent([{ MessageId: name, ReceiptHandle: name, Body }], aws.stack.queueUrl));
  }
  await ingest.close();
}

test('the ingest function may do what its code can ask of the table, and no more', async () => {
  expect([...tableActions.ingest].toSorted()).toEqual(await reachable('functions/ingest/handler.ts'));
});

test('while it ingests it asks for nothing else, and for no index', async () => {
  await ingestSamples();
  const calls = tap.read();
  expect(actionsOf(calls).length).toBeGreaterThan(0);
  expect(tableActions.ingest).toEqual(expect.arrayContaining(actionsOf(calls)));
  expect(indexesOf(calls)).toEqual([]);
});

test('the API asks for what it may read, from the table and from indexes that it may query', async () => {
  const graphql = createGraphql(settings());
  const queries = [
    '{ agencies(first: 5) { totalCount nodes { name years { report { title } sections { text } } } } }',
    '{ reports(filter: { year: 2020 }) { nodes { title findings { rule } } } }',
    '{ ingestions { nodes { id outcome } } }',
    '{ ingestion(id: "none") { id } }',
  ];
  for (const query of queries) {
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json' };
    const answer = await graphql.server.fetch('http://localhost/graphql', { method: 'POST', headers, body });
    expect(await answer.json()).not.toHaveProperty('errors');
  }
  graphql.close();
  const calls = tap.read();
  expect(tableActions.read).toEqual(expect.arrayContaining(actionsOf(calls)));
  expect(actionsOf(calls).length).toBeGreaterThan(0);
  expect(Object.keys(tableIndexes)).toEqual(expect.arrayContaining(indexesOf(calls)));
});
