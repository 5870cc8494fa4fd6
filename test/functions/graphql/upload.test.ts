import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../../../cli/start/start-product.ts';
import { documentTypes } from '../../../schema/record/media-types.ts';

let dataDir: string;
let product: Product;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gongkai-upload-'));
  const ports = { s3: 0, sqs: 0, dynamodb: 0 };
  product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: () => undefined });
});
afterAll(async () => {
  await product.close();
  await rm(dataDir, { recursive: true });
});

async function ask(query: string, variables: object, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ query, variables });
  const sent = { 'content-type': 'application/json', ...headers };
  const response = await fetch(product.running.graphql, { method: 'POST', headers: sent, body });
  const { data, errors } = await response.json();
  return { data, codes: (errors ?? []).map(({ extensions }: { extensions: { code: string } }) => extensions.code) };
}

const asDeveloper = (query: string, variables: object) =>
  ask(query, variables, { authorization: `Bearer ${product.running.token}` });

const createUpload = `mutation ($input: CreateUploadInput!) {
  createUpload(input: $input) { url key maxBytes expiresAt askAfterMilliseconds fields { name value } }
}`;
const ingestionOf = `query ($key: String!, $versionId: String!) {
  ingestionOf(key: $key, versionId: $versionId) { id outcome sourceUrl finishedAt records { agencyId year } }
}`;

interface Upload {
  readonly url: string;
  readonly key: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** Sends a form as a browser does; answers the version that the bucket gave. */
async function send({ url, fields }: Upload, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const form = new FormData();
  for (const { name, value } of fields) form.set(name, value);
  form.set('file', new Blob([bytes]));
  const response = await fetch(url, { method: 'POST', body: form });
  expect(response.status).toBe(201);
  return response.headers.get('x-amz-version-id') ?? '';
}

async function ingested(key: string, versionId: string) {
  for (;;) {
    const { data } = await ask(ingestionOf, { key, versionId });
    if (data.ingestionOf !== null) return data.ingestionOf;
    await sleep(20);
  }
}

const followed = `subscription ($key: String!, $versionId: String!) {
  ingestionOf(key: $key, versionId: $versionId) { outcome records { year } }
}`;

/** Everything a subscription says until it ends. */
async function follow(variables: object): Promise<unknown[]> {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const body = JSON.stringify({ query: followed, variables });
  const response = await fetch(product.running.graphql, { method: 'POST', headers, body });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events = (await response.text()).split('\n\n').filter((event) => event.startsWith('event: next'));
  return events.map((event) => JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length)));
}

const input = {
  fileName: '内江市 2020年+年报.txt',
  mediaType: 'text/plain',
  bytes: 60_000,
  sourceUrl: 'http://www.neijiang.gov.cn/2021/年报.html',
};

describe('a document that is uploaded through the API', () => {
  it('goes to the bucket by a form, is ingested, served, linked to, and read again', async () => {
    const bytes = await readFile('samples/neijiang-2020.txt');
    const { data, codes } = await asDeveloper(createUpload, { input });
    expect(codes).toEqual([]);
    expect(data.createUpload.key).toMatch(/^raw\/uploads\/[0-9a-f-]{36}\/内江市 2020年\+年报\.txt$/);
    const versionId = await send(data.createUpload, Uint8Array.from(bytes));
    const ingestion = await ingested(data.createUpload.key, versionId);
    expect(ingestion.records).toMatchObject([{ year: 2020 }]);
    expect(decodeURI(ingestion.sourceUrl)).toBe(input.sourceUrl);

    const query = 'query ($id: ID!) { agency(id: $id) { name year(year: 2020) { report { source { sha256 url } } } } }';
    const answer = await ask(query, { id: ingestion.records[0].agencyId });
    const { sha256, url } = answer.data.agency.year.report.source;
    const original = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(original.equals(bytes)).toBe(true);
    expect(createHash('sha256').update(original).digest('hex')).toBe(sha256);

    const again = await asDeveloper('mutation ($id: ID!) { reprocess(ingestionId: $id) { id finishedAt } }', {
      id: ingestion.id,
    });
    expect(again.data.reprocess).toEqual({ id: ingestion.id, finishedAt: ingestion.finishedAt });
    await product.stack.idle();
    expect((await ingested(data.createUpload.key, versionId)).finishedAt > ingestion.finishedAt).toBe(true);
  });

  it('can be followed by a subscription, which says nothing, then what became of it, and ends', async () => {
    const bytes = await readFile('samples/qingzhen-2020.txt');
    const { data } = await asDeveloper(createUpload, {
      input: { fileName: '清镇市2020年年报.txt', mediaType: input.mediaType, bytes: bytes.length },
    });
    const { key } = data.createUpload;
    const versionId = await send(data.createUpload, Uint8Array.from(bytes));
    const events = await follow({ key, versionId });
    const last = { outcome: 'published', records: [{ year: 2020 }] };
    expect(events.at(-1)).toEqual({ data: { ingestionOf: last } });
    expect(events.slice(0, -1)).toEqual(events.length > 1 ? [{ data: { ingestionOf: null } }] : []);
    expect(await follow({ key, versionId })).toEqual([{ data: { ingestionOf: last } }]);
    const [refused] = await follow({ key: '', versionId });
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('has a form that is good for its type, its size and its place in the bucket alone', async () => {
    const { data } = await asDeveloper(createUpload, { input });
    const fields = new Map<string, string>(
      data.createUpload.fields.map((each: { name: string; value: string }) => [each.name, each.value]),
    );
    const policy = JSON.parse(Buffer.from(fields.get('Policy') ?? '', 'base64').toString());
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 60_000],
        ['eq', '$Content-Type', 'text/plain'],
        ['starts-with', '$key', 'raw/uploads/'],
      ]),
    );
    expect(Date.parse(policy.expiration)).toBeGreaterThan(Date.now());
    expect(fields.get('Content-Type')).toBe('text/plain');
  });
});

describe('the types of documents that may be uploaded', () => {
  it('are all that are read, archives, and any when nobody could tell', async () => {
    const types = new Set([...documentTypes, 'application/zip', 'application/gzip', 'application/octet-stream']);
    for (const mediaType of types)
      expect([mediaType, (await asDeveloper(createUpload, { input: { ...input, mediaType } })).codes]).toEqual([
        mediaType,
        [],
      ]);
  });
});

describe('who may change anything', () => {
  it.each([
    ['createUpload', createUpload, { input }],
    ['reprocess', 'mutation { reprocess(ingestionId: "x") { id } }', {}],
  ])('%s is refused to the public, and to a wrong token', async (_, mutation, variables) => {
    expect((await ask(mutation, variables)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await ask(mutation, variables, { authorization: 'Bearer nonsense' })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['a folder', { fileName: '../../etc/passwd' }],
    ['a type that nobody reads', { mediaType: 'application/x-msdownload' }],
    ['more than can be read', { bytes: 60 * 1024 * 1024 }],
    ['an address that is none', { sourceUrl: 'javascript:alert(1)' }],
    ['a day that is none', { publishedOn: '2021-02-30' }],
  ])('nobody uploads %s', async (_, change) => {
    expect((await asDeveloper(createUpload, { input: { ...input, ...change } })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('an ingestion that is not there cannot be done again', async () => {
    expect((await asDeveloper('mutation { reprocess(ingestionId: "x") { id } }', {})).codes).toEqual([
      'INGESTION_NOT_FOUND',
    ]);
  });
});
