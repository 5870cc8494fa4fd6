import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { rawRequest, sendRaw } from '../../support/raw-http.ts';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const requests = {
  s3: 'GET /gongkai',
  sqs: 'POST /',
  dynamodb: 'GET /',
} as const;
const services = ['s3', 'sqs', 'dynamodb'] as const;
const statusOf = async (service: (typeof services)[number], headers: Record<string, string>) => {
  const target = { 'x-amz-target': 'AmazonSQS.ListQueues', 'content-type': 'application/x-amz-json-1.0' };
  const request = rawRequest(requests[service], service === 'sqs' ? { ...target, ...headers } : headers, '{}');
  return (await sendRaw(aws.stack.endpoints[service], request)).split(' ')[1];
};

test.each(services)('%s refuses pages from elsewhere and names that were made to lead here', async (service) => {
  const foreign = [
    { host: 'evil.example' },
    { host: 'evil.example:4568' },
    { host: '127.0.0.1.evil.example' },
    { host: 'localhost.evil.example' },
    { host: '' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'file://' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) expect([headers, await statusOf(service, headers)]).toEqual([headers, '403']);
});

test.each(services)('%s answers tools and pages of this machine', async (service) => {
  const own = [
    {},
    { host: 'localhost:4568' },
    { host: '[::1]:80' },
    { host: 'LOCALHOST' },
    { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' },
    { origin: 'http://127.0.0.1:3000' },
  ];
  for (const headers of own) expect([headers, await statusOf(service, headers)]).toEqual([headers, '200']);
});

test('the port of the queue serves queues alone', async () => {
  const { sqs } = aws.stack.endpoints;
  expect((await fetch(`${sqs}/bucket`, { method: 'PUT' })).status).toBe(404);
  expect((await fetch(sqs, { method: 'POST', body: 'Action=CreateTopic&Name=a' })).status).toBe(404);
});
