import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BundleContent,
  bundledFunctions,
  bundleFunction,
  describeBundle,
  parseWorkerModule,
} from '../../../cdk/bundle/bundle-function.ts';
import { exportPrefixes } from '../../../infra/aws/exports.ts';
import { sqsEvent } from '../../../infra/local/sqs-event.ts';
import { buildPdf } from '../../support/build-pdf.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { runBundled } from './run-bundled.ts';

let folder: string;
let contents: Record<keyof typeof bundledFunctions, BundleContent>;
let aws: TestAws;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-bundle-'));
  contents = {
    ingest: await bundleFunction(folder, bundledFunctions.ingest),
    graphql: await bundleFunction(folder, bundledFunctions.graphql),
    export: await bundleFunction(folder, bundledFunctions.export),
  };
  aws = await startTestAws();
}, 120_000);
afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true });
});

describe.each(['ingest', 'graphql', 'export'] as const)('the bundle of %s', (name) => {
  it('keeps to its budget', () => {
    console.log(describeBundle(contents[name]));
    const { bytes, bytesAtStart } = contents[name];
    const { start, whole } = bundledFunctions[name].budget;
    expect(bytesAtStart).toBeLessThan(start);
    expect(bytes).toBeLessThan(whole);
  });

  it('is ES modules, beside packages that are carried', async () => {
    const files = await readdir(join(folder, name));
    expect(files.filter((file) => !file.endsWith('.mjs') && file !== 'node_modules')).toEqual([]);
    expect(files).toContain('index.mjs');
  });

  it('has the same bytes when it is made again, so that a deployment without a change changes nothing', async () => {
    const before = await hashes(join(folder, name));
    await bundleFunction(folder, bundledFunctions[name]);
    expect(await hashes(join(folder, name))).toEqual(before);
  });
});

describe('the bundled functions', () => {
  it('start without the heavy readers', () => {
    expect(contents.ingest.bytesAtStart).toBeLessThan(contents.ingest.bytes / 2);
  });

  it('ingest an uploaded document and serve it', async () => {
    await aws.upload('raw/neijiang-2020.txt', await readFile('samples/neijiang-2020.txt'));
    const { env } = aws.stack;
    const settings = { METRICS_NAMESPACE: 'Gongkai', PROVINCE: 'sichuan', PARSE_WORKER: parseWorkerModule };
    const ingested = await runBundled(module('ingest'), await eventOf('neijiang'), { ...env, ...settings });
    expect(ingested.answer).toEqual({ batchItemFailures: [] });
    expect(metricsIn(ingested.log)).toMatchObject({
      _aws: { CloudWatchMetrics: [{ Namespace: 'Gongkai', Dimensions: [['service', 'province']] }] },
      ...{ service: 'ingest', province: 'sichuan' },
      ...{ Published: 1, Held: 0, Rejected: 0, Failed: 0 },
    });

    const body = JSON.stringify({ query: '{ agencies { nodes { name years { report { outcome } } } } }' });
    const served = await runBundled(module('graphql'), httpEvent(body), env);
    expect(served.answer).toMatchObject({ statusCode: 200 });
    expect(JSON.parse(String(Object(served.answer).body))).toMatchObject({
      data: { agencies: { nodes: [{ name: '内江市人民政府', years: [{ report: { outcome: 'published' } }] }] } },
    });
  });

  it('write an export when S3 tells that one is wanted, and lead to it', async () => {
    const env = { ...aws.stack.env, LOG_LEVEL: 'INFO' };
    const asked = { ...httpEvent(''), rawPath: '/export/51/2020.csv', requestContext: getRequest };
    expect((await runBundled(module('export'), asked, env)).answer).toMatchObject({ statusCode: 202 });
    const { Contents = [] } = await aws.s3.send(
      new ListObjectsV2Command({ Bucket: aws.stack.bucket, Prefix: exportPrefixes.requests }),
    );
    const wanted = { Records: Contents.map(({ Key }) => ({ s3: { object: { key: Key } } })) };
    await runBundled(module('export'), wanted, env);
    const found = await runBundled(module('export'), asked, env);
    expect(found.answer).toMatchObject({ statusCode: 302 });
    const file = await fetch(String(Object(Object(found.answer).headers).location));
    expect(await file.text()).toContain('内江市人民政府');
  });

  it('read a PDF whose Chinese font is not in it', async () => {
    const lines = (await readFile('samples/gongjing-2018.txt', 'utf8')).split('\n').filter((line) => line !== '');
    await aws.upload('raw/gongjing-2018.pdf', buildPdf(lines));
    const settings = { PARSE_WORKER: parseWorkerModule };
    const { answer, log } = await runBundled(module('ingest'), await eventOf('pdf'), { ...aws.stack.env, ...settings });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(log.join('\n')).toContain('"key":"raw/gongjing-2018.pdf"');
    const body = JSON.stringify({ query: '{ agencies(filter: { year: 2018 }) { nodes { name } } }' });
    const served = await runBundled(module('graphql'), httpEvent(body), aws.stack.env);
    expect(JSON.parse(String(Object(served.answer).body)).data.agencies.nodes).toEqual([
      { name: '自贡市贡井区人民政府' },
    ]);
  });

  it('answer a message that cannot be processed as failed, and count it', async () => {
    const event = sqsEvent([{ MessageId: 'm', ReceiptHandle: 'r', Body: 'poison' }], aws.stack.queueUrl);
    const settings = { METRICS_NAMESPACE: 'Gongkai', PARSE_WORKER: parseWorkerModule };
    const { answer, log } = await runBundled(module('ingest'), event, { ...aws.stack.env, ...settings });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
    expect(metricsIn(log)).toMatchObject({ Published: 0, Held: 0, Rejected: 0, Failed: 1 });
  });
});

const module = (name: string) => join(folder, name, 'index.mjs');

/** Messages as the queue of the embedded AWS delivers them, one about a key with this word among them. */
async function eventOf(word: string) {
  const bodies: string[] = [];
  while (!bodies.some((body) => body.includes(word))) {
    const receive = new ReceiveMessageCommand({
      QueueUrl: aws.stack.queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 5,
      MessageSystemAttributeNames: ['All'],
    });
    const { Messages = [] } = await aws.sqs.send(receive);
    bodies.push(...Messages.map(({ Body = '' }) => Body));
  }
  const messages = bodies.map((Body, index) => ({ MessageId: `m${index}`, ReceiptHandle: `r${index}`, Body }));
  return sqsEvent(messages, aws.stack.queueUrl);
}

const getRequest = { domainName: 'abc123.execute-api.cn-north-1.amazonaws.com.cn', http: { method: 'GET' } };

function httpEvent(body: string) {
  return {
    version: '2.0',
    rawPath: '/graphql',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', host: 'abc123.execute-api.cn-north-1.amazonaws.com.cn' },
    requestContext: { domainName: 'abc123.execute-api.cn-north-1.amazonaws.com.cn', http: { method: 'POST' } },
    body,
    isBase64Encoded: false,
  };
}

/** The line of the log in CloudWatch's embedded metric format. */
function metricsIn(log: readonly string[]): unknown {
  return log.map((line) => JSON.parse(line)).find((line) => '_aws' in line);
}

async function hashes(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)));
  const hash = async (file: string) =>
    createHash('sha256')
      .update(await readFile(join(directory, file)))
      .digest('hex');
  return Promise.all(files.toSorted().map(async (file) => `${file} ${await hash(file)}`));
}
