import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectVersions } from '../../../infra/aws/object-versions.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws();
});

afterAll(() => aws.close());

test('every version of the objects under a prefix is listed, a key’s oldest first, also after its deletion', async () => {
  const odd = "raw/2021/a&<b> '新'.html";
  const first = await aws.upload(odd, 'one');
  const other = await aws.upload('raw/2021/b.html', 'other');
  const second = await aws.upload(odd, 'three');
  await aws.upload('raw/2022/c.html', 'elsewhere');
  await aws.s3.send(new DeleteObjectCommand({ Bucket: aws.stack.bucket, Key: odd }));

  const listed = await objectVersions(aws.s3, { bucket: aws.stack.bucket, prefix: 'raw/2021/' });

  expect(listed.map(({ key, versionId, ordinal, size }) => [key, versionId, ordinal, size])).toEqual([
    [odd, first, 1, 3],
    [odd, second, 2, 5],
    ['raw/2021/b.html', other, 1, 5],
  ]);
  expect(listed.every(({ eTag }) => /^[0-9a-f]{32}$/.test(eTag))).toBe(true);
});
