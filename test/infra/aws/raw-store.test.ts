import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const read = (key: string, versionId: string | null, limit = 1000) =>
  createRawStore(aws.s3, limit).read({ bucket: aws.stack.bucket, key, versionId });

test('a version is read as it was uploaded, after its key was overwritten and after the key was deleted', async () => {
  const first = await aws.upload('raw/a.html', 'first');
  const second = await aws.upload('raw/a.html', 'second');
  const bytesOf = async (version: string | null) => Buffer.from((await found('raw/a.html', version)).bytes).toString();
  expect(await bytesOf(first)).toBe('first');
  expect(await bytesOf(null)).toBe('second');
  await aws.s3.send(new DeleteObjectCommand({ Bucket: aws.stack.bucket, Key: 'raw/a.html' }));
  expect(await read('raw/a.html', null)).toEqual({ state: 'missing' });
  expect(await bytesOf(second)).toBe('second');
});

async function found(key: string, version: string | null) {
  const object = await read(key, version);
  if (object.state !== 'found') throw new Error(`${key} is ${object.state}`);
  return object;
}

test('a version that was deleted is missing, and so is one that never was', async () => {
  const version = await aws.upload('raw/b.html', 'b');
  await aws.s3.send(new DeleteObjectCommand({ Bucket: aws.stack.bucket, Key: 'raw/b.html', VersionId: version }));
  expect(await read('raw/b.html', version)).toEqual({ state: 'missing' });
  expect(await read('raw/b.html', null)).toEqual({ state: 'missing' });
  expect(await read('raw/never.html', null)).toEqual({ state: 'missing' });
});

test('an object larger than the limit is not read, one of just the limit is', async () => {
  const version = await aws.upload('raw/c.html', 'x'.repeat(11));
  expect(await read('raw/c.html', version, 10)).toMatchObject({ state: 'too-large', size: 11 });
  expect(await read('raw/c.html', version, 11)).toMatchObject({ state: 'found', size: 11 });
});

test('what the sender said comes with the object, a Chinese name percent-encoded or not at all', async () => {
  const said = { 'source-url': 'http://www.neijiang.gov.cn/a', agency: encodeURIComponent('内江市人民政府') };
  const version = await aws.upload('raw/d.html', 'd', {
    ...said,
    'published-on': '2021-03-30',
    'fetched-at': '2021-04-01T00:00:00Z',
  });
  const bare = await aws.upload('raw/e.html', 'e', { agency: '100%' });
  expect((await found('raw/d.html', version)).metadata).toEqual({
    sourceUrl: 'http://www.neijiang.gov.cn/a',
    agency: '内江市人民政府',
    publishedOn: '2021-03-30',
    fetchedAt: '2021-04-01T00:00:00Z',
  });
  expect((await found('raw/e.html', bare)).metadata).toEqual({
    ...{ sourceUrl: null, agency: '100%', publishedOn: null, fetchedAt: null },
  });
});

test('a bucket that does not exist is a fault of the service and throws', async () => {
  await expect(createRawStore(aws.s3, 1).read({ bucket: 'nowhere', key: 'a', versionId: null })).rejects.toThrow();
});
