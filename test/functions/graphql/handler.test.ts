import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type GraphqlHandler } from '../../../functions/graphql/handler.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

let api: StoredApi;
let lambda: GraphqlHandler;
let neijiang: string;
beforeAll(async () => {
  api = await startStoredApi();
  neijiang = await api.storeSample('neijiang-2020.txt', '2021-04-01T00:00:00Z');
  lambda = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
});
afterAll(async () => {
  lambda.close();
  await api.close();
});

/** An event as an HTTP API sends it (API Gateway Developer Guide, payload format version 2.0). */
function httpEvent(method: string, change: Record<string, unknown> = {}) {
  return {
    version: '2.0',
    routeKey: 'ANY /graphql',
    rawPath: '/graphql',
    rawQueryString: '',
    headers: {
      accept: '*/*',
      host: 'abc123.execute-api.cn-north-1.amazonaws.com.cn',
      'user-agent': 'curl/8.5.0',
      'x-forwarded-proto': 'https',
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.cn-north-1.amazonaws.com.cn',
      http: { method, path: '/graphql', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'curl/8.5.0' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: 'ANY /graphql',
      stage: '$default',
      time: '10/Mar/2021:05:16:23 +0000',
      timeEpoch: 1615353383000,
    },
    isBase64Encoded: false,
    ...change,
  };
}

const query = 'query ($id: ID!) { agency(id: $id) { name } }';
const review = 'mutation { reviewFinding(input: { finding: "none", decision: dismissed, note: "n" }) { rule } }';
const answered = { data: { agency: { name: '内江市人民政府' } } };
const json = { 'content-type': 'application/json' };

describe('the Lambda handler', () => {
  it('refuses a subscription and says what to ask instead', async () => {
    const body = JSON.stringify({ query: 'subscription { ingestionOf(key: "raw/a", versionId: "1") { outcome } }' });
    const headers = { ...json, accept: 'text/event-stream' };
    const result = await lambda.handle(httpEvent('POST', { headers, body }));
    expect(result.body).toContain('SUBSCRIPTIONS_UNSUPPORTED');
    expect(result.body).toContain('ingestionOf every 1000 ms');
  });

  it('answers a POST', async () => {
    const body = JSON.stringify({ query, variables: { id: neijiang } });
    const result = await lambda.handle(httpEvent('POST', { headers: json, body }));
    expect(result).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(result.headers['content-type']).toContain('application/json');
    expect(JSON.parse(result.body)).toMatchObject(answered);
  });

  it('answers a POST whose body the gateway has encoded in base64', async () => {
    const body = Buffer.from(JSON.stringify({ query, variables: { id: neijiang } })).toString('base64');
    const result = await lambda.handle(httpEvent('POST', { headers: json, body, isBase64Encoded: true }));
    expect(JSON.parse(result.body)).toMatchObject(answered);
  });

  it('answers a GET with the query in the address', async () => {
    const rawQueryString = new URLSearchParams({ query, variables: JSON.stringify({ id: neijiang }) }).toString();
    const result = await lambda.handle(httpEvent('GET', { rawQueryString, headers: { accept: 'application/json' } }));
    expect(JSON.parse(result.body)).toMatchObject(answered);
  });

  it('lets pages of any origin ask, without credentials', async () => {
    const headers = { origin: 'https://example.cn', 'access-control-request-method': 'POST' };
    const result = await lambda.handle(httpEvent('OPTIONS', { headers }));
    expect(result.statusCode).toBe(204);
    expect(result.headers['access-control-allow-origin']).toBe('https://example.cn');
    expect(result.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(result.headers['access-control-allow-methods']).toContain('POST');
  });

  it('shows GraphiQL to a browser', async () => {
    const result = await lambda.handle(httpEvent('GET', { headers: { accept: 'text/html' } }));
    expect(result.headers['content-type']).toContain('text/html');
    expect(result.body).toContain('GraphiQL');
  });

  it('has nothing to show at any other address', async () => {
    const result = await lambda.handle(httpEvent('GET', { rawPath: '/other', headers: { accept: 'text/html' } }));
    expect([result.statusCode, result.body]).toEqual([404, '']);
  });

  it('knows callers of the authorised route by what API Gateway says of them, and takes nobody at their word', async () => {
    const body = JSON.stringify({ query: review });
    const admin = { rawPath: '/graphql/admin', headers: json, body };
    const codeFor = async (authorizer?: object, change: object = admin) => {
      const { requestContext } = httpEvent('POST');
      const result = await lambda.handle(
        httpEvent('POST', { ...change, requestContext: { ...requestContext, authorizer } }),
      );
      return JSON.parse(result.body).errors[0].extensions.code;
    };
    const iam = { iam: { userArn: 'arn:aws-cn:iam::123456789012:user/zhang', accountId: '123456789012' } };
    const jwt = {
      jwt: { claims: { sub: 'u-1', email: 'zhang@example.cn', iss: 'https://id.example.cn' }, scopes: null },
    };
    expect(await codeFor()).toBe('UNAUTHENTICATED');
    expect(await codeFor({ jwt: { claims: {} } })).toBe('UNAUTHENTICATED');
    expect(await codeFor(iam)).toBe('FINDING_NOT_FOUND');
    expect(await codeFor(jwt)).toBe('FINDING_NOT_FOUND');
    const claimed = { headers: { ...json, authorizer: JSON.stringify(iam), authorization: 'Bearer me' }, body };
    expect(await codeFor(undefined, claimed)).toBe('UNAUTHENTICATED');
  });

  it('throws for an event that is no HTTP API event', async () => {
    await expect(lambda.handle({ Records: [] })).rejects.toThrow();
  });

  it('does not start without the name of its table', () => {
    expect(() => createHandler({})).toThrow(/TABLE_NAME/);
  });
});
