import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHandler as createExport, type ExportHandler } from '../../../functions/export/handler.ts';
import { createHandler as createGraphql, type GraphqlHandler } from '../../../functions/graphql/handler.ts';
import { exportPrefixes } from '../../../infra/aws/exports.ts';
import { creationMessage } from '../../../infra/local/s3/object-version.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { storeNumbered } from './numbered-reports.ts';

let aws: TestAws;
let graphql: GraphqlHandler;
let exports: ExportHandler;

beforeAll(async () => {
  aws = await startTestAws();
  const env = { ...aws.stack.env, SEARCH_FOLDER: '', LOG_LEVEL: 'SILENT' };
  await storeNumbered({ dynamo: aws.newDynamo(), tableName: aws.stack.tableName }, { count: 230, year: 2021 });
  graphql = createGraphql(env);
  exports = createExport(env);
});
afterAll(async () => {
  graphql.close();
  exports.close();
  await aws.close();
});

async function ask(text: string) {
  const query = `{ search(text: "${text}") { totalCount coverage { searched left } nodes { report { agency { name } } } } }`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  return (await (await graphql.server.fetch('http://localhost/graphql', { method: 'POST', headers, body })).json()).data
    .search;
}

it('of a stack is wished for in the bucket, made by the export function, and found there', async () => {
  expect(await ask('受理申请7件')).toMatchObject({ coverage: { searched: 200, left: 30 } });
  const key = `${exportPrefixes.requests}search/2021.json`;
  const get = new GetObjectCommand({ Bucket: aws.stack.bucket, Key: key });
  expect(await (await aws.s3.send(get)).Body?.transformToString()).toBe('{"what":"search","year":2021}');
  // What S3 sends to the function.
  const version = { bucket: aws.stack.bucket, key, versionId: '1', size: 30, eTag: '' };
  await exports.handle(JSON.parse(creationMessage(version, 'Put')));
  await expect(aws.s3.send(get)).rejects.toThrow();
  await expect
    .poll(() => ask('受理申请7件'), { timeout: 10_000, interval: 500 })
    .toMatchObject({
      totalCount: 1,
      coverage: { searched: 230, left: 0 },
      nodes: [{ report: { agency: { name: '第7局' } } }],
    });
});
