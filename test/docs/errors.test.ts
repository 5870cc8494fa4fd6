import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerExport } from '../../functions/export/answer-export.ts';
import { createGraphqlServer } from '../../functions/graphql/server.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../infra/aws/env.ts';
import { createRecordReader } from '../../infra/store/record-reader.ts';
import type { ErrorCode } from '../../schema/law/vocabulary/error-codes.ts';
import { ProvinceUnavailable } from '../../schema/record/province-unavailable.ts';
import { errorReference } from '../../tools/error-reference.ts';
import { hostileAnswers, hostileReports } from '../functions/graphql/hostile-answers.ts';
import { type HostileRequest, hostileRequests } from '../functions/graphql/hostile-queries.ts';
import { type StoredApi, startStoredApi } from '../functions/graphql/stored-api.ts';

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store(hostileReports);
});
afterAll(() => api.close());

const url = 'http://localhost/graphql';
const json = { 'content-type': 'application/json' };
const post = (body: object, headers: object = {}) =>
  new Request(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });

/** The API of someone who may change things, over a store that fails in this way. */
function signedInServer(failure?: Error) {
  const settings = readEnv(TableEnv, api.env);
  const reader = createRecordReader({ dynamo: createDynamoClient(settings), tableName: settings.TABLE_NAME });
  const fails = async () => Promise.reject(failure);
  return createGraphqlServer({
    reader: failure === undefined ? reader : { ...reader, agencyWithHeads: fails },
    rules: [],
    logError: () => undefined,
    viewerOf: async () => ({ name: 'Li' }),
    originals: { linkTo: fails, prepareUpload: fails, ingestionId: () => 'id', reprocess: fails },
  });
}

const asked = async (request: Request) => codesOf(await (await api.fetch(request)).text());
const askedSignedIn = async (query: string, failure?: Error) =>
  codesOf(await (await signedInServer(failure).fetch(post({ query }), { streams: false })).text());
const exported = async (path: string, method: string) =>
  codesOf(await (await answerExport(new Request(`http://localhost${path}`, { method }), noExports, noDelivery)).text());
const nothing = () => expect.fail('nothing is read');
const noExports = { lists: nothing, records: nothing, versions: nothing, agencySnapshots: nothing, reviews: nothing };
const noFile = () => expect.fail('nothing is written');
const noDelivery = { deliver: noFile, linkTo: noFile, linkToRelease: noFile };

function codesOf(text: string): string[] {
  const { errors = [], error } = JSON.parse(text);
  return error === undefined
    ? errors.map((each: { extensions: { code: string } }) => each.extensions.code)
    : [error.code];
}

const hostile = (code: ErrorCode) => {
  const { query, variables } = hostileRequests.find((each) => each.code === code) as HostileRequest;
  return asked(post({ query, variables }));
};
const hash = '0'.repeat(64);
const persisted = { persistedQuery: { version: 1, sha256Hash: hash } };
const agency = '{ agency(id: "511000-000000000000") { name } }';

/** For each code a request that meets it. */
const meetings: Record<ErrorCode, () => Promise<string[]>> = {
  BAD_REQUEST: () => asked(new Request(`${url}?query={rules{id}}&variables={`)),
  BAD_USER_INPUT: () => hostile('BAD_USER_INPUT'),
  UNAUTHENTICATED: () => hostile('UNAUTHENTICATED'),
  READ_ONLY: () => asked(post({ query: '{ ingestionOf(key: "raw/a", versionId: "1") { id } }' })),
  FINDING_NOT_FOUND: () =>
    askedSignedIn('mutation { reviewFinding(input: { finding: "x", decision: dismissed, note: "x" }) { rule } }'),
  INGESTION_NOT_FOUND: () => askedSignedIn('mutation { reprocess(ingestionId: "x") { id } }'),
  GRAPHQL_PARSE_FAILED: () => hostile('GRAPHQL_PARSE_FAILED'),
  GRAPHQL_VALIDATION_FAILED: () => hostile('GRAPHQL_VALIDATION_FAILED'),
  OPERATION_RESOLUTION_FAILURE: () => asked(post({ query: '{ rules { id } }', operationName: 'other' })),
  REQUEST_ENTITY_TOO_LARGE: () => asked(post({ query: ' '.repeat(70_000) })),
  UNSUPPORTED_MEDIA_TYPE: () => asked(post({ query: '{ rules { id } }' }, { 'content-type': 'text/plain' })),
  NOT_ACCEPTABLE: () => asked(post({ query: '{ rules { id } }' }, { accept: 'image/png' })),
  QUERY_TOO_LARGE: () => hostile('QUERY_TOO_LARGE'),
  QUERY_TOO_DEEP: () => hostile('QUERY_TOO_DEEP'),
  QUERY_TOO_COMPLEX: () => hostile('QUERY_TOO_COMPLEX'),
  ANSWER_TOO_LARGE: () => asked(post({ query: hostileAnswers[0]?.query })),
  PERSISTED_QUERY_NOT_FOUND: () => asked(post({ extensions: persisted })),
  PERSISTED_QUERY_HASH_MISMATCH: () => asked(post({ query: '{ rules { id } }', extensions: persisted })),
  SUBSCRIPTIONS_UNSUPPORTED: () => askedSignedIn('subscription { ingestionOf(key: "raw/a", versionId: "1") { id } }'),
  PROVINCE_UNAVAILABLE: () => askedSignedIn(agency, new ProvinceUnavailable('51', new Error('late'))),
  NOT_FOUND: () => exported('/export/nowhere', 'GET'),
  METHOD_NOT_ALLOWED: () => exported('/export/51/2020.csv', 'POST'),
  INTERNAL: () => askedSignedIn(agency, new Error('the store fails')),
};

it.each(Object.entries(meetings))('%s is met by a request', async (code, meet) => {
  expect(await meet()).toContain(code);
});

it('the page says what the codes say; print it anew with npm run print-errors', () => {
  expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorReference());
});
