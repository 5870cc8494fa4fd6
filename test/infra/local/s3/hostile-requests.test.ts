import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';
import { rawRequest, sendAndHangUp, sendRaw } from '../../../support/raw-http.ts';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const chunked = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'content-encoding': 'aws-chunked',
  'x-amz-decoded-content-length': '5',
};
const whole = '5\r\nhello\r\n0\r\n\r\n';
const multipart = { 'content-type': 'multipart/form-data; boundary=edge' };
const field = (name: string, value: string) =>
  `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.html"\r\n\r\nbytes\r\n--edge--\r\n';
const policy = Buffer.from(
  JSON.stringify({ expiration: '2100-01-01T00:00:00Z', conditions: [['starts-with', '$key', '']] }),
).toString('base64');
const form = field('key', 'raw/form.html') + field('policy', policy) + file;

/** Framing that cannot be read, each with the code of S3 for it; '' where the sender hung up. */
const framings: readonly (readonly [string, string, string])[] = [
  ['cut in a chunk', '5\r\nhel', 'IncompleteBody'],
  ['cut in a size line', '5', 'IncompleteBody'],
  ['cut before the end', '5\r\nhello\r\n', 'IncompleteBody'],
  ['empty', '', 'IncompleteBody'],
  ['no size', 'zz\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a negative size', '-5\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a size beyond all numbers', 'ffffffffffffffff\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a chunk longer than its size', '2\r\nhello\r\n0\r\n\r\n', 'InvalidRequest'],
  ['a size line without end', '5'.repeat(20_000), 'InvalidRequest'],
  ['another length than announced', '4\r\nhell\r\n0\r\n\r\n', 'IncompleteBody'],
  ['a digest that is not that of the bytes', '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 'BadDigest'],
];

const isAlive = async () => (await fetch(`${aws.stack.endpoints.s3}/${aws.stack.bucket}`, { method: 'HEAD' })).status;
const listed = async () =>
  (await readdir(aws.dataDir, { recursive: true })).filter((name) => !name.startsWith('dynamodb'));
const leftOver = () => readdir(path.join(aws.dataDir, 's3', 'arriving'));

test.each(framings)('a body and a part in aws-chunked encoding: %s', async (_name, body, code) => {
  const { s3 } = aws.stack.endpoints;
  const where = { Bucket: aws.stack.bucket, Key: 'raw/parts.html' };
  const { UploadId } = await aws.s3.send(new CreateMultipartUploadCommand(where));
  const headers = { ...chunked, 'x-amz-trailer': 'x-amz-checksum-crc32' };
  for (const line of ['PUT /gongkai/raw/a.html', `PUT /gongkai/raw/parts.html?partNumber=1&uploadId=${UploadId}`]) {
    expect(await sendRaw(s3, rawRequest(line, headers, body))).toContain(`<Code>${code}</Code>`);
  }
  expect([await isAlive(), await leftOver()]).toEqual([200, []]);
});

test('a body that ends before its announced length, at any byte, leaves the server running and nothing behind', async () => {
  const requests = [
    rawRequest('PUT /gongkai/raw/a.html', {}, 'hello'),
    rawRequest('PUT /gongkai/raw/a.html', chunked, whole),
    rawRequest('POST /gongkai', multipart, form),
    rawRequest('POST /gongkai?delete', {}, '<Delete><Object><Key>raw/none</Key></Object></Delete>'),
  ];
  for (const request of requests) {
    const step = Math.ceil(request.length / 40);
    for (let at = 0; at < request.length; at += step) await sendAndHangUp(aws.stack.endpoints.s3, request.slice(0, at));
  }
  expect([await isAlive(), await leftOver()]).toEqual([200, []]);
}, 120_000);

test.each([
  ['cut in its file', form.slice(0, form.indexOf('bytes') + 2), 'MalformedPOSTRequest'],
  ['cut in a field', form.slice(0, 30), 'MalformedPOSTRequest'],
  ['without a file', `${field('key', 'raw/a')}--edge--\r\n`, 'InvalidArgument'],
  ['without a key', field('policy', policy) + file, 'InvalidArgument'],
  ['without a policy', field('key', 'raw/a') + file, 'AccessDenied'],
  ['with a policy that is none', field('key', 'raw/a') + field('policy', 'e30=') + file, 'InvalidPolicyDocument'],
  [
    'with fields without end',
    field('key', 'raw/a') + field('x', 'y'.repeat(30_000)) + file,
    'MaxPostPreDataLengthExceeded',
  ],
  ['with no part', '', 'MalformedPOSTRequest'],
])('a form %s', async (_name, body, code) => {
  expect(await sendRaw(aws.stack.endpoints.s3, rawRequest('POST /gongkai', multipart, body))).toContain(code);
  expect([await isAlive(), await leftOver()]).toEqual([200, []]);
});

test('a form of another media type, or without a boundary, is refused', async () => {
  for (const type of ['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=']) {
    const answer = await sendRaw(aws.stack.endpoints.s3, rawRequest('POST /gongkai', { 'content-type': type }, form));
    expect(answer).toContain('MalformedPOSTRequest');
  }
});

test('no id, key or name leads to a file outside the bucket', async () => {
  const { s3 } = aws.stack.endpoints;
  const before = await listed();
  const up = '..%2f..%2f..%2fescaped';
  const lines = [
    `PUT /gongkai/raw/a?partNumber=1&uploadId=${up}`,
    `PUT /gongkai/raw/a?partNumber=${up}&uploadId=x`,
    `POST /gongkai/raw/a?uploadId=${up}`,
    `DELETE /gongkai/raw/a?uploadId=${up}`,
    `GET /gongkai/raw/a?uploadId=${up}`,
    `GET /gongkai/raw/a?versionId=${up}`,
    `DELETE /gongkai/raw/a?versionId=${up}`,
    `PUT /${up}/raw/a`,
    'PUT /../../escaped',
    'PUT /gongkai/raw/%00',
  ];
  const body =
    '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>';
  for (const line of lines) await sendRaw(s3, rawRequest(line, {}, body));
  const keys = [
    'raw/../../../escaped',
    'raw//double//slash',
    '/',
    '..',
    'raw/\\..\\escaped',
    `raw/${'长'.repeat(300)}`,
  ];
  for (const key of keys) await aws.upload(key, 'x');
  expect((await listed()).filter((name) => name.includes('escaped'))).toEqual([]);
  const outside = (names: readonly string[]) => names.filter((name) => !name.startsWith(path.join('s3', 'objects')));
  expect(outside(await listed())).toEqual(outside(before));
});

test('whatever is sent, the server answers the next request', async () => {
  const verbs = fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND');
  const paths = fc.constantFrom(
    '/',
    '/gongkai',
    '/gongkai/raw/a',
    '/gongkai/%',
    '/gongkai/raw/%ff',
    '//',
    '/other/a',
    '*',
  );
  const queries = fc.constantFrom(
    '',
    '?',
    '?delete',
    '?uploads',
    '?uploadId=',
    '?uploadId=x&partNumber=0',
    '?versions',
    '?acl',
    '?list-type=2&max-keys=-1',
    '?list-type=2&continuation-token=%00',
    '?versionId=',
    '?X-Amz-Date=20200101T000000Z&X-Amz-Expires=x',
  );
  const names = fc.constantFrom(
    'range',
    'x-amz-copy-source',
    'content-type',
    'content-md5',
    'x-amz-content-sha256',
    'x-amz-meta-a',
    'if-match',
    'transfer-encoding',
    'content-length',
    'expect',
  );
  const values = fc.oneof(
    fc.constantFrom(
      'bytes=5-1',
      'bytes=-',
      '/gongkai/%',
      'gongkai',
      '/gongkai/raw/a?versionId=',
      'multipart/form-data; boundary=edge',
      'STREAMING-X',
      'chunked',
      '-1',
      '100-continue',
    ),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n\0]/g, '')),
  );
  const bodies = fc.oneof(
    fc.constantFrom('', form, whole, '<Delete>', '<a><Object/></a>', '&'.repeat(100)),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(
      verbs,
      paths,
      queries,
      fc.dictionary(names, values, { maxKeys: 3 }),
      bodies,
      async (verb, at, query, headers, body) => {
        await sendAndHangUp(aws.stack.endpoints.s3, rawRequest(`${verb} ${at}${query}`, headers, body));
        expect(await isAlive()).toBe(200);
      },
    ),
    { numRuns: 150 },
  );
  expect(await leftOver()).toEqual([]);
}, 120_000);
