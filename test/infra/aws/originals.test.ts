import { afterAll, beforeAll, expect, test } from 'vitest';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { type OpenedOriginals, openOriginals } from '../../../infra/aws/originals.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

let aws: TestAws;
let originals: OpenedOriginals;
beforeAll(async () => {
  aws = await startTestAws();
  const { bucket, queueUrl } = aws.stack;
  originals = openOriginals(readEnv(AwsEnv, aws.stack.env), bucket, queueUrl);
});
afterAll(async () => {
  originals.close();
  await aws.close();
});

const quarterOfAnHour = 15 * 60;
const secondsUntil = (time: string) => (Date.parse(time) - Date.now()) / 1000;

test('a link names the version, and says that it ends when its signature does', async () => {
  const versionId = await aws.upload('raw/a.html', 'one');
  await aws.upload('raw/a.html', 'two');
  const { url, expiresAt } = await originals.linkTo({ bucket: aws.stack.bucket, key: 'raw/a.html', versionId });
  expect(await (await fetch(url)).text()).toBe('one');
  expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe(String(quarterOfAnHour));
  expect(secondsUntil(expiresAt)).toBeCloseTo(quarterOfAnHour, -1);
});

test('a form takes the document that was announced, and says that it ends when its policy does', async () => {
  const announced = { fileName: 'a.html', mediaType: 'text/html', bytes: 3 };
  const said = { sourceUrl: 'https://example.org/内江', agency: '内江市人民政府', publishedOn: '2022-01-28' };
  const { url, fields, key, expiresAt } = await originals.prepareUpload({ ...announced, ...said });
  const send = async (document: string) => {
    const form = new FormData();
    for (const { name, value } of fields) form.set(name, value);
    form.set('file', new Blob([document]), 'a.html');
    return (await fetch(url, { method: 'POST', body: form })).status;
  };
  expect([await send('123'), await send('1234'), await send('')]).toEqual([201, 400, 400]);
  expect(key).toMatch(/^raw\/uploads\/[0-9a-f-]{36}\/a\.html$/);
  const named = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  expect(named).toMatchObject({
    'x-amz-meta-source-url': 'https://example.org/%E5%86%85%E6%B1%9F',
    'x-amz-meta-agency': encodeURIComponent('内江市人民政府'),
    'x-amz-meta-published-on': '2022-01-28',
  });
  const policy = JSON.parse(Buffer.from(named.Policy ?? '', 'base64').toString());
  expect(Date.parse(expiresAt) - Date.parse(policy.expiration)).toBeLessThan(10_000);
  expect(secondsUntil(policy.expiration)).toBeCloseTo(quarterOfAnHour, -1);
});
