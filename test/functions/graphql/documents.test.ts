import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentHash, firstQuery } from '../../../functions/graphql/documents.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
});
afterAll(() => api.close());

async function get(search: Record<string, string>) {
  const url = `http://localhost/graphql?${new URLSearchParams(search)}`;
  return (await api.fetch(new Request(url, { headers: { accept: 'application/json' } }))).json();
}

const extensions = (hash: string) => JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } });
const document = '{ forms { id } }';
const hash = documentHash(document);

it('a document is asked for once, and may from then on be named by its hash', async () => {
  expect(await get({ extensions: extensions(hash) })).toMatchObject({
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
  const answer = await get({ extensions: extensions(hash), query: document });
  expect(answer.data.forms).toHaveLength(3);
  expect(await get({ extensions: extensions(hash) })).toEqual(answer);
});

it('a browser that holds the answer to a hash is told that it still stands', async () => {
  const url = `http://localhost/graphql?${new URLSearchParams({ extensions: extensions(documentHash(firstQuery)) })}`;
  const ask = (headers: Record<string, string>) =>
    api.fetch(new Request(url, { headers: { accept: 'application/json', ...headers } }));
  const first = await ask({});
  expect(first.headers.get('cache-control')).toBe('public, no-cache');
  const again = await ask({ 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('a document of our own front-end is known without having been sent', async () => {
  const { data } = await get({ extensions: extensions(documentHash(firstQuery)) });
  expect(data.agencies.totalCount).toBe(0);
});

it('a hash of another document is refused, and nothing is kept under it', async () => {
  const other = documentHash('{ rules { id } }');
  const answer = await get({ extensions: extensions(other), query: document });
  expect(answer.errors[0].extensions.code).toBe('PERSISTED_QUERY_HASH_MISMATCH');
  expect((await get({ extensions: extensions(other) })).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});
