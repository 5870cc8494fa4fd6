import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../functions/graphql/limit-query.ts';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const agency = organ('市水利局');

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store([fullVersion(agency, 2020)]);
});
afterAll(() => api.close());

const post = (body: string, accept = 'application/json') =>
  new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body,
  });

const codeOf = async (query: string, variables?: Record<string, unknown>) =>
  (await api.ask(query, variables)).errors?.[0]?.extensions?.code;

describe('errors', () => {
  it('say BAD_USER_INPUT for arguments that cannot be meant', async () => {
    expect(await codeOf('{ agencies(first: 0) { totalCount } }')).toBe('BAD_USER_INPUT');
    expect(await codeOf('{ agencies(first: 101) { totalCount } }')).toBe('BAD_USER_INPUT');
    expect(await codeOf('{ agencies(after: "nonsense") { totalCount } }')).toBe('BAD_USER_INPUT');
    expect(await codeOf('{ agencies(filter: { division: "5" }) { totalCount } }')).toBe('BAD_USER_INPUT');
    expect(await codeOf('query ($first: Int) { agencies(first: $first) { totalCount } }', { first: 'ten' })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('say of a body that is no JSON that it is none, and nothing of what reads it', async () => {
    const response = await api.fetch(post('{'));
    expect(await response.json()).toEqual({
      errors: [{ message: 'POST body sent invalid JSON.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('say where a document is no GraphQL, or asks for what is not there', async () => {
    expect(await codeOf('{ agencies(')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('{ provincialities }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('answer null, not an error, for an agency that is not there', async () => {
    expect(await api.ask('{ agency(id: "nobody") { name } }')).toMatchObject({ data: { agency: null } });
    expect(await api.ask('{ agency(id: "511000-000000000000") { name } }')).toMatchObject({ data: { agency: null } });
  });

  it('refuse bodies beyond the limit and lists of operations', async () => {
    const large = await api.fetch(post(JSON.stringify({ query: ' '.repeat(limits.bodyBytes) })));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_ENTITY_TOO_LARGE' } }] });
    const batch = await api.fetch(post(JSON.stringify([{ query: '{ rules { id } }' }])));
    expect(await batch.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it("answer 400 to a refused query where the client asks for GraphQL's own media type", async () => {
    const refused = await api.fetch(
      post(JSON.stringify({ query: '{ nothing }' }), 'application/graphql-response+json'),
    );
    expect(refused.status).toBe(400);
  });
});

describe('what is no request', () => {
  const graphql = 'http://localhost/graphql';
  const asked = encodeURIComponent('{ rules { id } }');
  const sent = (body: string | undefined, method = 'POST', contentType = 'application/json') =>
    new Request(graphql, { method, headers: { 'content-type': contentType }, ...(body !== undefined && { body }) });

  it.each([
    ['variables that are no JSON', 400, 'BAD_REQUEST', new Request(`${graphql}?query=${asked}&variables={broken`)],
    ['extensions that are no JSON', 400, 'BAD_REQUEST', new Request(`${graphql}?query=${asked}&extensions={broken`)],
    ['variables that are a list', 400, 'BAD_REQUEST', new Request(`${graphql}?query=${asked}&variables=[1]`)],
    ['no query', 400, 'BAD_REQUEST', new Request(graphql)],
    ['no query beside variables', 400, 'BAD_REQUEST', new Request(`${graphql}?variables={}`)],
    ['a body that is no JSON', 400, 'BAD_REQUEST', sent('{')],
    ['an empty body', 400, 'BAD_REQUEST', sent('')],
    ['a body that is no object', 400, 'BAD_REQUEST', sent('"{ rules { id } }"')],
    ['a body without a query', 400, 'BAD_REQUEST', sent('{"variables":{}}')],
    ['a body of another kind', 415, 'UNSUPPORTED_MEDIA_TYPE', sent('hello', 'POST', 'text/plain')],
    ['another method', 405, 'BAD_REQUEST', sent('{}', 'PUT')],
    [
      'another answer',
      406,
      'NOT_ACCEPTABLE',
      new Request(`${graphql}?query=${asked}`, { headers: { accept: 'image/png' } }),
    ],
  ])('has a status and a code: %s', async (_name, status, code, request) => {
    const response = await api.fetch(request);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(api.logged).toEqual([]);
  });

  it.each([
    [
      'text',
      'query ($name: String) { agencies(filter: { nameContains: $name }) { totalCount } }',
      { name: '清\ud800镇' },
    ],
    ['an id', 'query ($id: ID!) { agency(id: $id) { name } }', { id: '\udc00' }],
    [
      'a list',
      'query ($ids: [ID!]!) { compare(agencyIds: $ids, years: [2020], metrics: [closingRate]) { metric { key } } }',
      { ids: ['\ud800'] },
    ],
  ])('is half a character in %s', async (_name, query, variables) => {
    const { data, errors } = await api.ask(query, variables);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('scripts of other origins', () => {
  it('may read what they need to ask again and to save', async () => {
    const request = () =>
      new Request(`http://localhost/graphql?query=${encodeURIComponent('{ rules { id } }')}`, {
        headers: { origin: 'https://example.org' },
      });
    const [fresh, kept] = [await api.fetch(request()), await api.fetch(request())];
    for (const { headers } of [fresh, kept]) {
      expect(headers.get('access-control-expose-headers')).toBe('ETag, Retry-After, Content-Disposition');
      expect(headers.get('etag')).not.toBeNull();
    }
  });
});

describe('faults of the store', () => {
  it('show as INTERNAL with nothing of their cause, which is logged', async () => {
    const broken = await startStoredApi();
    await broken.close();
    const { errors } = await broken.ask('{ agencies { totalCount } }');
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL' } });
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|DynamoDB|stack/);
    expect(broken.logged).toHaveLength(1);
  });
});
