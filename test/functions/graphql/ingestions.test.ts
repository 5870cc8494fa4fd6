import { afterAll, beforeAll, expect, it } from 'vitest';
import { reason } from '../../../schema/law/vocabulary/reasons.ts';
import type { Ingestion } from '../../../schema/record/ingestion.ts';
import { buildIngestion } from '../../support/build-ingestion.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const ingestion = (id: string, arrivedAt: string, rest: Partial<Ingestion> = {}) =>
  buildIngestion({ id, arrivedAt, ...rest });

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.writer.putIngestion(ingestion('first', '2021-04-01T00:00:00.000Z'), null);
  await api.writer.putIngestion(
    ingestion('second', '2021-04-02T00:00:00.000Z', { outcome: 'rejected', reasons: [reason('no-report')] }),
    null,
  );
});
afterAll(() => api.close());

it('lists ingestions newest first', async () => {
  const { data } = await api.ask('{ ingestions { totalCount nodes { id } } }');
  expect(data.ingestions).toEqual({ totalCount: 2, nodes: [{ id: 'second' }, { id: 'first' }] });
});

it('lists them from the oldest too, in the same order', async () => {
  const query = `query ($before: String) {
    ingestions(last: 1, before: $before) { nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor } }
  }`;
  const { data } = await api.ask(query);
  expect(data.ingestions).toMatchObject({
    nodes: [{ id: 'first' }],
    pageInfo: { hasPreviousPage: true, hasNextPage: false },
  });
  const before = await api.ask(query, { before: data.ingestions.pageInfo.startCursor });
  expect(before.data.ingestions).toMatchObject({
    nodes: [{ id: 'second' }],
    pageInfo: { hasPreviousPage: false, hasNextPage: true },
  });
  const all = await api.ask('{ ingestions(last: 5) { nodes { id } } }');
  expect(all.data.ingestions.nodes).toEqual([{ id: 'second' }, { id: 'first' }]);
});

it('lists those of one outcome with their reasons', async () => {
  const { data } = await api.ask('{ ingestions(filter: { outcome: rejected }) { nodes { id reasons { code } } } }');
  expect(data.ingestions.nodes).toEqual([{ id: 'second', reasons: [{ code: 'no-report' }] }]);
});

it('answers one ingestion by its id, and null for an id that is not there', async () => {
  const query = 'query ($id: ID!) { ingestion(id: $id) { key outcome milliseconds } }';
  expect((await api.ask(query, { id: 'first' })).data.ingestion).toEqual({
    key: 'raw/first.html',
    outcome: 'published',
    milliseconds: 12.5,
  });
  expect((await api.ask(query, { id: 'third' })).data.ingestion).toBeNull();
  expect((await api.ask(query, { id: '' })).data.ingestion).toBeNull();
});
