import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chunked, form, forms, framings, multipart, whole } from '../../../support/hostile-requests.ts';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';
import { rawRequest, sendAndHangUp, sendRaw } from '../../../support/raw-http.ts';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const isAlive = async () => (await fetch(`${aws.stack.endpoints.s3}/${aws.stack.bucket}`, { method: 'HEAD' })).status;
const listed = async () =>
  (await readdir(aws.dataDir, { recursive: true })).filter((name) => !name.startsWith('dynamodb'));
const leftOver = () => readdir(path.join(aws.dataDir, 's3', 'arriving'));

/** The server answers, and keeps nothing of what did not arrive. Whoever hangs up does not wait for it to clear that away. */
async function expectUnharmed(): Promise<void> {
  expect(await isAlive()).toBe(200);
  await expect.poll(leftOver).toEqual([]);
}

test.each(framings)('a body and a part in aws-chunked encoding: %s', async (_name, body, code) => {
  const { s3 } = aws.stack.endpoints;
  const where = { Bucket: aws.stack.bucket, Key: 'raw/parts.html' };
  const { UploadId } = await aws.s3.send(new CreateMultipartUploadCommand(where));
  const headers = { ...chunked, 'x-amz-trailer': 'x-amz-checksum-crc32' };
  for (const line of ['PUT /gongkai/raw/a.html', `PUT /gongkai/raw/parts.html?partNumber=1&uploadId=${UploadId}`]) {
    expect(await sendRaw(s3, rawRequest(line, headers, body))).toContain(`<Code>${code}</Code>`);
  }
  await expectUnharmed();
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
  await expectUnharmed();
}, 120_000);

test.each(forms)('a form %s', async (_name, body, code) => {
  expect(await sendRaw(aws.stack.endpoints.s3, rawRequest('POST /gongkai', multipart, body))).toContain(code);
  await expectUnharmed();
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
  await expectUnharmed();
}, 120_000);
