import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { createHandler } from '../../../functions/ingest/handler.ts';
import type { Env } from '../../../infra/aws/env.ts';
import { FolderInUse } from '../../../infra/local/hold-folder.ts';
import { listen, localHost, PortInUse, stop } from '../../../infra/local/listen.ts';
import { depth } from '../../../infra/local/queues.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { documentOf } from '../../support/json-parser.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

const parseWorker = new URL('../../support/json-parse-worker.ts', import.meta.url).href;
const createIngest = (env: Env) => createHandler({ ...env, PARSE_WORKER: parseWorker, LOG_LEVEL: 'SILENT' });

const running: TestAws[] = [];
afterEach(async () => {
  for (const aws of running.splice(0)) await aws.close();
});

async function start(...options: Parameters<typeof startTestAws>): Promise<TestAws> {
  const aws = await startTestAws(...options);
  running.push(aws);
  return aws;
}

const readerOf = (aws: TestAws) => createRecordReader({ dynamo: aws.newDynamo(), tableName: aws.stack.tableName });
const ingestionsOf = async (aws: TestAws) => (await readerOf(aws).ingestions({}, { first: 50, after: null })).items;

test('what is uploaded is ingested, under keys with Chinese, blanks and plus signs', async () => {
  const aws = await start({ createIngest });
  const keys = ['raw/内江市 2021年+年报.html', 'raw/100%/(a)~b*c.txt', "raw/it's.html"];
  for (const [index, key] of keys.entries()) await aws.upload(key, documentOf(buildRecord({ year: 2015 + index })));
  await aws.stack.idle();
  expect((await ingestionsOf(aws)).map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  const heads = (await readerOf(aws).agencyWithHeads(buildAgency().id))?.heads;
  expect(heads?.map(({ year, key }) => [year, key])).toEqual(keys.map((key, index) => [2015 + index, key]));
});

test('an object outside raw/ and the test event of S3 are taken off the queue and leave nothing', async () => {
  const aws = await start({ createIngest });
  await aws.upload('exports/2021.csv', 'a,b');
  await aws.stack.idle();
  expect(await ingestionsOf(aws)).toEqual([]);
  expect(await depth(aws.sqs, aws.stack.deadLetterUrl)).toBe(0);
});

test('the first message in the queue is the test event that S3 sends when notifications are set up', async () => {
  const aws = await start();
  const { Messages = [] } = await aws.sqs.send(new ReceiveMessageCommand({ QueueUrl: aws.stack.queueUrl }));
  expect(JSON.parse(Messages[0]?.Body ?? '')).toMatchObject({ Event: 's3:TestEvent', Bucket: aws.stack.bucket });
});

test('a message that cannot be processed ends in the dead-letter queue and blocks no other', async () => {
  const aws = await start({ createIngest, retrySeconds: 0 });
  await aws.sqs.send(new SendMessageCommand({ QueueUrl: aws.stack.queueUrl, MessageBody: 'poison' }));
  await aws.upload('raw/fault.html', 'parser fault');
  await aws.upload('raw/good.html', documentOf(buildRecord()));
  await aws.stack.idle();
  expect((await ingestionsOf(aws)).map(({ key, outcome }) => [key, outcome])).toEqual([['raw/good.html', 'published']]);
  expect(await depth(aws.sqs, aws.stack.deadLetterUrl)).toBe(2);
});

test('uploads that were not ingested when the process ended are ingested by the next, once, and nothing is lost', async () => {
  const before = await startTestAws();
  const version = await before.upload('raw/a.html', documentOf(buildRecord({ received: 12 })));
  await before.upload('raw/a.html', documentOf(buildRecord({ received: 13 })));
  await before.stop();
  const lines: string[] = [];
  const again = await startTestAws({ dataDir: before.dataDir, createIngest, onProgress: (line) => lines.push(line) });
  await again.stack.idle();
  expect(lines).toContain('2 uploads of an earlier run are queued again');
  const versions = await readerOf(again).versions(buildAgency().id, 2021);
  expect(versions.map(({ figures }) => figures['applications.newlyReceived.total'])).toEqual([13, 12]);
  expect(versions[1]?.objectVersionId).toBe(version);
  await again.stop();
  lines.length = 0;
  const third = await startTestAws({ dataDir: before.dataDir, createIngest, onProgress: (line) => lines.push(line) });
  expect(lines.filter((line) => line.includes('queued again'))).toEqual([]);
  expect(await ingestionsOf(third)).toHaveLength(2);
  expect(await third.upload('raw/b.html', 'x')).not.toBe(version);
  await third.stop();
  await rm(before.dataDir, { recursive: true });
});

test('a multipart upload is one version that says so in its event', async () => {
  const aws = await start();
  const where = { Bucket: aws.stack.bucket, Key: 'raw/大 文件.html' };
  const { UploadId } = await aws.s3.send(new CreateMultipartUploadCommand({ ...where, Metadata: { agency: 'x' } }));
  const bodies = ['a'.repeat(5 * 1024 * 1024), 'b'];
  const Parts = [];
  for (const [index, Body] of bodies.entries()) {
    const part = { PartNumber: index + 1, UploadId, Body };
    const { ETag } = await aws.s3.send(new UploadPartCommand({ ...where, ...part }));
    Parts.push({ ETag, PartNumber: index + 1 });
  }
  const { VersionId } = await aws.s3.send(
    new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload: { Parts } }),
  );
  await aws.sqs.send(new ReceiveMessageCommand({ QueueUrl: aws.stack.queueUrl }));
  const { Messages = [] } = await aws.sqs.send(new ReceiveMessageCommand({ QueueUrl: aws.stack.queueUrl }));
  const event = JSON.parse(Messages[0]?.Body ?? '').Records[0];
  expect(event).toMatchObject({
    eventName: 'ObjectCreated:CompleteMultipartUpload',
    s3: { object: { key: 'raw/%E5%A4%A7+%E6%96%87%E4%BB%B6.html', size: 5 * 1024 * 1024 + 1, versionId: VersionId } },
  });
  const stored = await aws.s3.send(new HeadObjectCommand({ ...where, ...(VersionId ? { VersionId } : {}) }));
  expect(stored).toMatchObject({ Metadata: { agency: 'x' }, VersionId });
});

test('a browser form and a presigned address store a version too', async () => {
  const aws = await start();
  const form = new FormData();
  form.set('key', 'raw/form.html');
  form.set('x-amz-meta-agency', 'form');
  const conditions = [{ key: 'raw/form.html' }, ['starts-with', '$x-amz-meta-agency', '']];
  form.set('policy', btoa(JSON.stringify({ expiration: '2100-01-01T00:00:00Z', conditions })));
  form.set('file', new Blob(['from a form']), 'form.html');
  const posted = await fetch(`${aws.stack.endpoints.s3}/${aws.stack.bucket}`, { method: 'POST', body: form });
  const signed = '?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=any&X-Amz-Signature=any';
  const address = `${aws.stack.endpoints.s3}/${aws.stack.bucket}/raw/signed.html${signed}`;
  const put = await fetch(address, { method: 'PUT', body: 'presigned' });
  expect([posted.status, put.status]).toEqual([204, 200]);
  expect([await aws.nextNotice(), await aws.nextNotice()].map(({ key }) => key)).toEqual([
    'raw/form.html',
    'raw/signed.html',
  ]);
  expect(put.headers.get('x-amz-version-id')).toMatch(/^[0-9A-F]{18}$/);
});

test('a body streamed with a trailer is stored without its framing', async () => {
  const aws = await start();
  const body = '5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
  const headers = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'content-encoding': 'aws-chunked' };
  await fetch(`${aws.stack.endpoints.s3}/${aws.stack.bucket}/raw/stream.txt`, { method: 'PUT', body, headers });
  const stored = await aws.s3.send(new GetObjectCommand({ Bucket: aws.stack.bucket, Key: 'raw/stream.txt' }));
  expect(await stored.Body?.transformToString()).toBe('hello world');
  expect(stored.ContentEncoding).toBeUndefined();
});

test('a taken port is an error that names the port, the service and the option, and leaves nothing running', async () => {
  const other = createServer();
  const port = await listen(other, { service: 'test', port: 0, option: '' });
  for (const [name, service] of [
    ['s3', 'S3'],
    ['sqs', 'SQS'],
    ['dynamodb', 'DynamoDB'],
  ] as const) {
    const ports = { s3: 0, sqs: 0, dynamodb: 0, [name]: port };
    const failure = await startTestAws({ ports }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PortInUse);
    expect(String(failure)).toContain(`Port ${port} for ${service} is in use. Choose another with --${name}-port.`);
  }
  await stop(other);
});

test('a second stack in the same folder is refused before it can do harm, and may start when the first has ended', async () => {
  const first = await startTestAws();
  const { dataDir } = first;
  await expect(startTestAws({ dataDir })).rejects.toThrow(FolderInUse);
  await first.upload('raw/a.html', 'still works');
  await first.stop();
  await (await startTestAws({ dataDir })).close();
});

test('two stacks live in one process and know nothing of each other', async () => {
  const [one, two] = [await start({ createIngest }), await start({ createIngest })];
  await one.upload('raw/a.html', documentOf(buildRecord()));
  await one.stack.idle();
  expect(await ingestionsOf(one)).toHaveLength(1);
  expect(await ingestionsOf(two)).toEqual([]);
});

test('services answer on this machine alone', async () => {
  const { stack } = await start();
  const ports = Object.values(stack.endpoints).map((endpoint) => Number(new URL(endpoint).port));
  expect(ports).toHaveLength(3);
  for (const port of ports) {
    expect(await accepts({ host: localHost, port })).toBe(true);
    expect(await accepts({ host: otherAddress, port })).toBe(false);
  }
});

/** Of this machine too, but not the one that services listen on: only a service that listens on every address answers there. */
const otherAddress = '127.0.0.2';

function accepts(address: { readonly host: string; readonly port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, timeout: 1_000 });
    const end = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

test('a folder made in a console is an object with a key of its own and no document, also after a restart', async () => {
  const before = await startTestAws();
  await before.upload('raw/2021/', new Uint8Array());
  await before.upload('raw/2021', documentOf(buildRecord()));
  await before.stop();
  const aws = await start({ dataDir: before.dataDir, createIngest });
  await aws.upload('raw/2022/', new Uint8Array());
  await aws.stack.idle();
  expect((await ingestionsOf(aws)).map(({ key, outcome }) => [key, outcome])).toEqual([['raw/2021', 'published']]);
});

test('each version is ingested once, under whatever key, also after a restart', async () => {
  const before = await start({ createIngest });
  for (const key of ['raw//double//slash', 'raw/./dots/../here', 'raw/a', 'raw/A']) {
    await before.upload(key, documentOf(buildRecord()));
  }
  await before.stack.idle();
  const ingested = await ingestionsOf(before);
  running.splice(running.indexOf(before), 1);
  await before.stop();
  const lines: string[] = [];
  const again = await start({ dataDir: before.dataDir, createIngest, onProgress: (line) => lines.push(line) });
  await again.stack.idle();
  expect(lines.filter((line) => line.includes('queued again'))).toEqual([]);
  expect([ingested.length, await ingestionsOf(again)]).toEqual([4, ingested]);
});

test('a key may be as long as in S3, whatever a file name may be, and no longer', async () => {
  const aws = await start();
  expect(await aws.upload(`raw/${'年'.repeat(340)}`, 'x')).toMatch(/^[0-9A-F]{18}$/);
  await expect(aws.upload(`raw/${'年'.repeat(341)}`, 'x')).rejects.toThrow('too long');
});

test('a page of this machine may upload from the browser, a page from elsewhere may not', async () => {
  const { stack } = await start();
  const ask = async (origin: string) => {
    const headers = {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type',
    };
    const answer = await fetch(`${stack.endpoints.s3}/${stack.bucket}/raw/a.html`, { method: 'OPTIONS', headers });
    return answer.ok;
  };
  expect([await ask('http://localhost:4000'), await ask('http://elsewhere.example')]).toEqual([true, false]);
});
