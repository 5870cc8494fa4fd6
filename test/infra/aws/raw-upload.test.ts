import { createHash } from 'node:crypto';
import { HeadObjectCommand, NoSuchBucket } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { type RawUpload, uploadRaw } from '../../../infra/aws/raw-upload.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws();
});

afterAll(() => aws.close());

const upload = (change: Partial<RawUpload> = {}) =>
  uploadRaw(aws.s3, { bucket: aws.stack.bucket, key: 'raw/一.txt', bytes: Buffer.from('公开'), ...change });

describe('uploading a raw document', () => {
  it('is done once for the same bytes, and says which version they are', async () => {
    const first = await upload();
    expect(first).toMatchObject({ state: 'uploaded', versionId: expect.any(String) });
    expect(await upload()).toEqual({ state: 'unchanged', versionId: first.versionId });
  });

  it('is done again for other bytes, also of the same length', async () => {
    const before = await upload({ key: 'raw/two.txt' });
    const after = await upload({ key: 'raw/two.txt', bytes: Buffer.from('公布') });
    expect(after.state).toBe('uploaded');
    expect(after.versionId).not.toBe(before.versionId);
  });

  it('is done again when the sender says something else of the document', async () => {
    const key = 'raw/three.txt';
    await upload({ key });
    const said = { key, sourceUrl: 'https://www.neijiang.gov.cn/公开/2020.html', agency: '内江市人民政府' };
    expect((await upload(said)).state).toBe('uploaded');
    expect((await upload(said)).state).toBe('unchanged');
    const raw = await createRawStore(aws.s3, 1_000).read({ bucket: aws.stack.bucket, key, versionId: null });
    expect(raw).toMatchObject({
      metadata: {
        agency: '内江市人民政府',
        sourceUrl: 'https://www.neijiang.gov.cn/%E5%85%AC%E5%BC%80/2020.html',
      },
    });
  });

  it('leaves an address alone that is percent-encoded already', async () => {
    const key = 'raw/four.txt';
    await upload({ key, sourceUrl: 'https://www.neijiang.gov.cn/%E5%85%AC' });
    const head = await aws.s3.send(new HeadObjectCommand({ Bucket: aws.stack.bucket, Key: key }));
    expect(head.Metadata).toEqual({ 'source-url': 'https://www.neijiang.gov.cn/%E5%85%AC' });
  });

  it('sends the SHA-256 of the bytes with them', async () => {
    const sent: unknown[] = [];
    aws.s3.middlewareStack.add(
      (next) => (args) => {
        sent.push(args.request);
        return next(args);
      },
      { step: 'finalizeRequest' },
    );
    const bytes = Buffer.from('校验');
    await upload({ key: 'raw/five.txt', bytes });
    const sha256 = createHash('sha256').update(bytes).digest('base64');
    expect(sent.at(-1)).toMatchObject({ headers: { 'x-amz-checksum-sha256': sha256 } });
  });

  it('is not tried again when S3 refuses it', async () => {
    await expect(upload({ bucket: 'nowhere' })).rejects.toBeInstanceOf(NoSuchBucket);
  });
});
