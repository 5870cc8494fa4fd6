import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsCommand,
  type ListObjectsCommandOutput,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';

let aws: TestAws;
beforeEach(async () => {
  aws = await startTestAws();
});
afterEach(() => aws.close());

const Bucket = 'gongkai';
const refusal = (error: unknown) =>
  error instanceof S3ServiceException ? `${error.$metadata.httpStatusCode} ${error.name}` : String(error);
const textOf = async (Key: string, VersionId?: string) => {
  const where = VersionId === undefined ? { Bucket, Key } : { Bucket, Key, VersionId };
  return (await aws.s3.send(new GetObjectCommand(where))).Body?.transformToString();
};

/** A form as `createUpload` of the API prepares it. */
async function submit(
  Conditions: Parameters<typeof createPresignedPost>[1]['Conditions'],
  change: Record<string, string> = {},
) {
  const Fields = { 'Content-Type': 'text/html', 'x-amz-meta-agency': 'a' };
  const { url, fields } = await createPresignedPost(aws.s3, {
    ...{ Bucket, Key: 'raw/form.html', Fields, Expires: 60 },
    ...(Conditions === undefined ? {} : { Conditions }),
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.set(name, value);
  form.set('file', new Blob(['12345']), 'form.html');
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}

/** What a form is answered: the status, and the code of an error. */
async function post(...form: Parameters<typeof submit>) {
  const answer = await submit(...form);
  return [answer.status, /<Code>(.*)<\/Code>/.exec(await answer.text())?.[1]];
}

test('a form is held to its policy: key, media type, metadata, fields, size', async () => {
  expect(await post(undefined)).toEqual([204, undefined]);
  expect(await post([['content-length-range', 1, 5]])).toEqual([204, undefined]);
  expect(await post([['content-length-range', 1, 4]])).toEqual([400, 'EntityTooLarge']);
  expect(await post([['content-length-range', 6, 9]])).toEqual([400, 'EntityTooSmall']);
  expect(await post(undefined, { key: 'raw/other.html' })).toEqual([403, 'AccessDenied']);
  expect(await post(undefined, { 'Content-Type': 'text/plain' })).toEqual([403, 'AccessDenied']);
  expect(await post(undefined, { 'x-amz-meta-source-url': 'http://x' })).toEqual([403, 'AccessDenied']);
  expect(await post([['starts-with', '$key', 'exports/']])).toEqual([403, 'AccessDenied']);
  const expired = btoa(JSON.stringify({ expiration: '2020-01-01T00:00:00Z', conditions: [{ key: 'raw/form.html' }] }));
  expect(await post(undefined, { policy: expired })).toEqual([403, 'AccessDenied']);
  expect(await textOf('raw/form.html')).toBe('12345');
  const { Metadata, ContentType } = await aws.s3.send(new HeadObjectCommand({ Bucket, Key: 'raw/form.html' }));
  expect([Metadata, ContentType]).toEqual([{ agency: 'a' }, 'text/html']);
});

test('a form is answered as it asks: with a status, with what was stored, or with another address', async () => {
  const asking = (field: string, value: string) => submit([{ [field]: value }], { [field]: value });
  expect((await asking('success_action_status', '200')).status).toBe(200);
  expect((await asking('success_action_status', '404')).status).toBe(204);
  const told = await asking('success_action_status', '201');
  expect([told.status, await told.text()]).toEqual([201, expect.stringContaining('<Key>raw/form.html</Key>')]);
  const led = await asking('success_action_redirect', 'https://example.org/done?a=1');
  const target = new URL(led.headers.get('location') ?? '');
  expect([led.status, target.origin]).toEqual([303, 'https://example.org']);
  expect(Object.fromEntries(target.searchParams)).toEqual({
    a: '1',
    bucket: Bucket,
    key: 'raw/form.html',
    etag: '"827ccb0eea8a706c4c34a16891f84e7b"',
  });
  expect((await asking('success_action_redirect', 'no address')).status).toBe(204);
});

test('a bucket says where it is and that it keeps versions', async () => {
  const ask = async (query: string) => {
    const answer = await fetch(`${aws.stack.endpoints.s3}/${Bucket}?${query}`);
    return [answer.status, await answer.text()];
  };
  expect(await ask('location')).toEqual([200, expect.stringContaining('<LocationConstraint')]);
  expect(await ask('versioning')).toEqual([200, expect.stringContaining('<Status>Enabled</Status>')]);
});

test('a link is good until it ends, and says how the object is to be named', async () => {
  await aws.upload('raw/a.html', 'x');
  const get = new GetObjectCommand({ Bucket, Key: 'raw/a.html', ResponseContentDisposition: 'attachment' });
  const good = await fetch(await getSignedUrl(aws.s3, get, { expiresIn: 60 }));
  expect([good.status, good.headers.get('content-disposition')]).toEqual([200, 'attachment']);
  const expiresIn = 24 * 3600;
  const signingDate = new Date(Date.now() - (expiresIn + 10) * 1000);
  const late = await getSignedUrl(aws.s3, get, { expiresIn, signingDate });
  expect((await fetch(late)).status).toBe(403);
  expect((await fetch(`${aws.stack.endpoints.s3}/gongkai/raw/a.html?Signature=x&Expires=1500000000`)).status).toBe(403);
});

test('keys with marks, blanks and control characters are listed as they are, page by page', async () => {
  const keys = ['raw/a&b', "raw/it's", 'raw/\u0001\u001f', 'raw/内 江+%', 'raw/<"x">', 'raw//double//', 'raw/../up'];
  for (const key of keys) await aws.upload(key, 'x');
  const [first, second] = [[] as string[], [] as string[]];
  let after: { ContinuationToken?: string } | null = {};
  while (after !== null) {
    const page: ListObjectsV2CommandOutput = await aws.s3.send(
      new ListObjectsV2Command({ Bucket, MaxKeys: 2, EncodingType: 'url', ...after }),
    );
    second.push(...(page.Contents ?? []).map(({ Key = '' }) => decodeURIComponent(Key)));
    after = page.NextContinuationToken === undefined ? null : { ContinuationToken: page.NextContinuationToken };
  }
  let marker: string | undefined = '';
  while (marker !== undefined) {
    const page: ListObjectsCommandOutput = await aws.s3.send(
      new ListObjectsCommand({ Bucket, MaxKeys: 3, EncodingType: 'url', Marker: marker }),
    );
    first.push(...(page.Contents ?? []).map(({ Key = '' }) => decodeURIComponent(Key)));
    marker = page.NextMarker === undefined ? undefined : decodeURIComponent(page.NextMarker);
  }
  const inOrder = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect([first, second]).toEqual([inOrder, inOrder]);
});

test('a page lists a thousand keys at most, and as many where nothing is asked', async () => {
  const most = async (more: object) => (await aws.s3.send(new ListObjectsV2Command({ Bucket, ...more }))).MaxKeys;
  expect(await Promise.all([most({}), most({ MaxKeys: 5000 }), most({ MaxKeys: 7 })])).toEqual([1000, 1000, 7]);
});

test('keys are grouped by a delimiter, and a group is on one page only', async () => {
  for (const key of ['raw/2020/a', 'raw/2020/b', 'raw/2021/a', 'raw/c']) await aws.upload(key, 'x');
  const ask = (more: object) =>
    aws.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'raw/', Delimiter: '/', MaxKeys: 1, ...more }));
  const one = await ask({});
  const two = await ask({ ContinuationToken: one.NextContinuationToken });
  const three = await ask({ ContinuationToken: two.NextContinuationToken });
  const seen = [one, two, three].map(({ CommonPrefixes = [], Contents = [] }) => [
    ...CommonPrefixes.map(({ Prefix }) => Prefix),
    ...Contents.map(({ Key }) => Key),
  ]);
  expect([seen, three.IsTruncated]).toEqual([[['raw/2020/'], ['raw/2021/'], ['raw/c']], false]);
});

test('a deletion hides a key, is a version itself, and can be taken back; a version can be taken away for good', async () => {
  const first = await aws.upload('raw/a', 'one');
  const second = await aws.upload('raw/a', 'two');
  const deletion = await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'raw/a' }));
  expect(await textOf('raw/a').catch(refusal)).toBe('404 NoSuchKey');
  expect(await textOf('raw/a', first)).toBe('one');
  const { Versions = [], DeleteMarkers = [] } = await aws.s3.send(new ListObjectVersionsCommand({ Bucket }));
  expect(Versions.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
    [second, false],
    [first, false],
  ]);
  expect(DeleteMarkers.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([[deletion.VersionId, true]]);
  for (const VersionId of [deletion.VersionId ?? '', second]) {
    await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'raw/a', VersionId }));
  }
  expect(await textOf('raw/a')).toBe('one');
  expect(await textOf('raw/a', second).catch(refusal)).toBe('404 NoSuchVersion');
  const Objects = [{ Key: 'raw/a', VersionId: first }, { Key: "raw/&'" }];
  const many = await aws.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(many.Deleted?.map(({ Key, DeleteMarker }) => [Key, DeleteMarker])).toEqual([
    ['raw/a', undefined],
    ["raw/&'", true],
  ]);
});

test('an upload in parts can be looked at, completed once, and aborted; parts are held to their order and size', async () => {
  const where = { Bucket, Key: 'raw/a' };
  const begin = async () => ({
    ...where,
    UploadId: (await aws.s3.send(new CreateMultipartUploadCommand(where))).UploadId,
  });
  const part = async (upload: object, PartNumber: number, Body: string) => {
    const { ETag } = await aws.s3.send(new UploadPartCommand({ ...where, UploadId: '', ...upload, PartNumber, Body }));
    return { ETag, PartNumber };
  };
  const complete = (
    upload: { UploadId: string | undefined },
    Parts: { ETag: string | undefined; PartNumber: number }[],
  ) =>
    aws.s3
      .send(new CompleteMultipartUploadCommand({ ...where, ...upload, MultipartUpload: { Parts } }))
      .then(({ ETag }) => ETag, refusal);
  const upload = await begin();
  const parts = [await part(upload, 1, 'small'), await part(upload, 2, 'last')];
  expect((await aws.s3.send(new ListPartsCommand(upload))).Parts?.map(({ Size }) => Size)).toEqual([5, 4]);
  expect(await complete(upload, parts)).toBe('400 EntityTooSmall');
  expect(await complete(upload, parts.toReversed())).toBe('400 InvalidPartOrder');
  expect(await complete(upload, [{ ETag: 'other', PartNumber: 1 }])).toBe('400 InvalidPart');
  expect(await complete(upload, parts.slice(1))).toMatch(/^"[0-9a-f]{32}-1"$/);
  expect(await complete(upload, parts.slice(1))).toBe('404 NoSuchUpload');
  const other = await begin();
  const numbers = [0, 10_000, 10_001].map((number) => part(other, number, 'x').then(() => 'taken', refusal));
  expect(await Promise.all(numbers)).toEqual(['400 InvalidArgument', 'taken', '400 InvalidArgument']);
  await aws.s3.send(new AbortMultipartUploadCommand(other));
  expect((await aws.s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
  expect(await part(other, 1, 'x').catch(refusal)).toBe('404 NoSuchUpload');
  expect(await textOf('raw/a')).toBe('last');
});

test('of objects that are put on the condition that there is none one is taken, also of two that come at once and in parts', async () => {
  const where = { Bucket, Key: 'raw/once', IfNoneMatch: '*' };
  const put = (Body: string) => aws.s3.send(new PutObjectCommand({ ...where, Body })).then(() => Body, refusal);
  const answers = await Promise.all(['one', 'two', 'three'].map(put));
  const [taken] = answers.filter((answer) => answer !== '412 PreconditionFailed');
  expect(answers.filter((answer) => answer === '412 PreconditionFailed')).toHaveLength(2);
  expect(await textOf('raw/once')).toBe(taken);
  const { UploadId } = await aws.s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'raw/once' }));
  const part = { Bucket, Key: 'raw/once', UploadId, PartNumber: 1 };
  const { ETag } = await aws.s3.send(new UploadPartCommand({ ...part, Body: 'four' }));
  const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
  const complete = new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload });
  expect(await aws.s3.send(complete).catch(refusal)).toBe('412 PreconditionFailed');
  expect(await textOf('raw/once')).toBe(taken);
});

test('a copy keeps what was said of the object or takes what is said of the copy', async () => {
  await aws.upload('raw/内 江', 'x', { agency: 'one' });
  const CopySource = encodeURI(`${Bucket}/raw/内 江`);
  await aws.s3.send(new CopyObjectCommand({ Bucket, Key: 'raw/b', CopySource }));
  const said = { MetadataDirective: 'REPLACE', Metadata: { agency: 'two' } } as const;
  await aws.s3.send(new CopyObjectCommand({ Bucket, Key: 'raw/内 江', CopySource, ...said }));
  const metadata = async (Key: string) => (await aws.s3.send(new HeadObjectCommand({ Bucket, Key }))).Metadata;
  expect([await metadata('raw/b'), await metadata('raw/内 江')]).toEqual([{ agency: 'one' }, { agency: 'two' }]);
  expect(
    await aws.s3.send(new CopyObjectCommand({ Bucket, Key: 'raw/b', CopySource: 'gongkai/raw/b' })).catch(refusal),
  ).toBe('400 InvalidRequest');
});

test('parts of an object, conditions and digests are answered as S3 does', async () => {
  await aws.upload('raw/a', '0123456789');
  const get = async (more: object) =>
    aws.s3
      .send(new GetObjectCommand({ Bucket, Key: 'raw/a', ...more }))
      .then(({ Body }) => Body?.transformToString(), refusal);
  expect(await get({ Range: 'bytes=2-3' })).toBe('23');
  expect(await get({ Range: 'bytes=-2' })).toBe('89');
  expect(await get({ Range: 'bytes=8-' })).toBe('89');
  expect(await get({ Range: 'bytes=10-' })).toBe('416 InvalidRange');
  expect(await get({ IfMatch: '"other"' })).toBe('412 PreconditionFailed');
  const put = (more: object) =>
    aws.s3.send(new PutObjectCommand({ Bucket, Key: 'raw/a', Body: 'x', ...more })).catch(refusal);
  expect(await put({ IfNoneMatch: '*' })).toBe('412 PreconditionFailed');
  expect(await put({ ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })).toBe('400 BadDigest');
  expect(await put({ Metadata: { long: 'x'.repeat(3000) } })).toBe('400 MetadataTooLarge');
  expect(await textOf('raw/a')).toBe('0123456789');
});

test('a request about a part of an object that is not kept here is not taken for one about the object', async () => {
  await aws.upload('raw/a', 'x');
  expect(await aws.s3.send(new PutObjectAclCommand({ Bucket, Key: 'raw/a', ACL: 'private' })).catch(refusal)).toBe(
    '501 NotImplemented',
  );
  expect(await textOf('raw/a')).toBe('x');
  expect(await aws.s3.send(new GetObjectCommand({ Bucket: 'other', Key: 'raw/a' })).catch(refusal)).toBe(
    '404 NoSuchBucket',
  );
});

test('an address with the bucket in its name is understood', async () => {
  await aws.upload('raw/a', 'x');
  const { port } = new URL(aws.stack.endpoints.s3);
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path: '/raw/a', headers: { host: `gongkai.localhost:${port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(200);
});
