import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type GraphqlHandler } from '../../../functions/graphql/handler.ts';
import { attachCallMeter, type CallMeter } from '../../../infra/aws/call-meter.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createNationalReader } from '../../../infra/store/national/national-reader.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';

const neijiang = buildAgency('内江市人民政府', '511000');
const zigong = buildAgency('自贡市人民政府', '510300');
const guiyang = buildAgency('贵阳市人民政府', '520100');
/** Its name does not tell where it is; it was uploaded in Guizhou. */
const bureau = { ...buildAgency('气象局', '000000'), divisionCode: null, provinceCode: null, level: null };

let aws: TestAws;
let nation: GraphqlHandler;
/** One of its three provinces has no table. */
let broken: GraphqlHandler;
let meter: CallMeter;
let sichuan: TableClient;

beforeAll(async () => {
  aws = await startTestAws();
  sichuan = await aws.newTable();
  const guizhou = await aws.newTable();
  await fill(sichuan, [neijiang, zigong], 'sichuan');
  await fill(guizhou, [guiyang, bureau], 'guizhou');
  meter = attachCallMeter(sichuan.dynamo);
  const tables = { 51: place(sichuan.tableName), 52: place(guizhou.tableName) };
  nation = createHandler(environment(tables));
  broken = createHandler(environment({ ...tables, 53: place('no-such-table') }));
});
afterAll(async () => {
  nation.close();
  broken.close();
  await aws.close();
});

const place = (tableName: string) => ({ tableName, region: 'us-east-1' });

function environment(tables: object) {
  return { ...aws.stack.env, TABLE_NAME: undefined, TABLES: JSON.stringify(tables), LOG_LEVEL: 'SILENT' };
}

async function fill(table: TableClient, agencies: readonly (typeof bureau | typeof neijiang)[], bucket: string) {
  const writer = createRecordWriter(table);
  for (const [index, agency] of agencies.entries()) {
    const record = buildRecord({ agency, year: 2021, received: 10 + index });
    await writer.change((writes) => writes.putRecord(buildHead(record, { version: bucket }), record));
    await writer.putIngestion(ingestion(bucket, index), null);
  }
}

/** Ingestions of both provinces by turns: each is a minute later than the one before. */
function ingestion(bucket: string, index: number) {
  const minute = 2 * index + (bucket === 'sichuan' ? 0 : 1);
  const at = new Date(Date.UTC(2022, 1, 1, 0, minute)).toISOString();
  return {
    ...{ id: `${bucket}-${index}`, bucket, key: `raw/${index}`, versionId: null, sequencer: 'A1' },
    ...{ arrivedAt: at, finishedAt: at, outcome: 'published' as const, reasons: [], findings: 0, records: [] },
    ...{ sha256: null, bytes: null, mediaType: null, sourceUrl: null, parserVersion: '1.0.0', milliseconds: 1 },
  };
}

async function ask(handler: GraphqlHandler, query: string, variables: object = {}) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables });
  const answer = await handler.server.fetch('http://localhost/graphql', { method: 'POST', headers, body });
  const { data, errors } = Object(await answer.json());
  return errors === undefined ? { data } : { data, errors };
}

const unavailable = {
  message: 'Province 53 does not answer',
  extensions: { code: 'PROVINCE_UNAVAILABLE', province: '53' },
};
const newestFirst = ['guizhou-1', 'sichuan-1', 'guizhou-0', 'sichuan-0'];

describe('the national gateway', () => {
  it('lists the agencies of all provinces by division', async () => {
    const query = '{ agencies { totalCount nodes { name } } provinces { code } }';
    expect(await ask(nation, query)).toEqual({
      data: {
        agencies: { totalCount: 4, nodes: [bureau, zigong, neijiang, guiyang].map(({ name }) => ({ name })) },
        provinces: [{ code: '510000' }, { code: '520000' }],
      },
    });
  });

  it('finds an agency in its province, and one whose province is not known in any', async () => {
    const query =
      'query ($id: ID!) { agency(id: $id) { name years { report { title } section(key: overview) { text } } } }';
    for (const { id, name } of [neijiang, guiyang, bureau]) {
      const title = `${name}2021年政府信息公开工作年度报告`;
      const years = [{ report: { title }, section: { text: '一年来，全市主动公开政府信息。' } }];
      expect(await ask(nation, query, { id })).toEqual({ data: { agency: { name, years } } });
    }
  });

  it('reads the records of a list that goes over several provinces', async () => {
    const query = '{ reports(filter: { year: 2021 }) { nodes { agency { name } section(key: overview) { text } } } }';
    const section = { text: '一年来，全市主动公开政府信息。' };
    const nodes = [bureau, zigong, neijiang, guiyang].map(({ name }) => ({ agency: { name }, section }));
    expect(await ask(nation, query)).toEqual({ data: { reports: { nodes } } });
  });

  it('turns the pages of ingestions of all provinces, newest first', async () => {
    const query = `query ($after: String) {
      ingestions(first: 1, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    let page = { hasNextPage: true, endCursor: null };
    while (page.hasNextPage) {
      const { data } = Object(await ask(nation, query, { after: page.endCursor }));
      expect(data.ingestions.totalCount).toBe(4);
      seen.push(...data.ingestions.nodes.map(({ id }: { id: string }) => id));
      page = data.ingestions.pageInfo;
    }
    expect(seen).toEqual(newestFirst);
  });

  it('turns them from the oldest too', async () => {
    const query = `query ($before: String) {
      ingestions(last: 1, before: $before) { nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor } }
    }`;
    const seen: string[] = [];
    let page = { hasPreviousPage: true, hasNextPage: false, startCursor: null };
    while (page.hasPreviousPage) {
      const { data } = Object(await ask(nation, query, { before: page.startCursor }));
      seen.push(...data.ingestions.nodes.map(({ id }: { id: string }) => id));
      page = data.ingestions.pageInfo;
      expect(page.hasNextPage).toBe(seen.length > 1);
    }
    expect(seen).toEqual(newestFirst.toReversed());
  });

  it('finds an ingestion in whichever province it is', async () => {
    const query = '{ ingestion(id: "guizhou-0") { key } }';
    expect(await ask(nation, query)).toEqual({ data: { ingestion: { key: 'raw/0' } } });
    expect(await ask(nation, '{ ingestion(id: "none") { key } }')).toEqual({ data: { ingestion: null } });
  });

  it('adds up measures of each province', async () => {
    const query = `{ provinces { code aggregate(year: 2021, metrics: [applicationsReceived], minimumGroup: 1) { sum } } }`;
    expect(await ask(nation, query)).toEqual({
      data: {
        provinces: [
          { code: '510000', aggregate: [{ sum: 21 }] },
          { code: '520000', aggregate: [{ sum: 10 }] },
        ],
      },
    });
  });

  it('asks one province alone for what lies in it', async () => {
    for (const query of [
      '{ province(code: "51") { aggregate(year: 2021, metrics: [applicationsReceived], minimumGroup: 1) { sum } } }',
      '{ agencies(filter: { division: "51" }) { totalCount } reports(filter: { year: 2021, division: "5110" }) { totalCount } }',
    ]) {
      expect(await ask(broken, query)).not.toHaveProperty('errors');
    }
    const { data } = Object(await ask(nation, '{ agencies(filter: { division: "51" }) { totalCount } }'));
    expect(data.agencies.totalCount).toBe(2);
  });

  it('reads each list once, however often it is asked for at the same time', async () => {
    const readers = new Map([['51', createRecordReader(sichuan)]]);
    const lists = createNationalReader({ readers, deadlineMs: 5_000, onUnavailable: () => undefined }).lists();
    meter.read();
    const asked = [lists.reports(2021), lists.reports(2021, '51'), lists.reports(2021, '5103')];
    await Promise.all([...asked, lists.agencies(), lists.agencies('51')]);
    expect(meter.read().byCommand).toEqual({ Query: 2 });
  });

  it('keeps the lists of all provinces until one of them changes', async () => {
    await ask(nation, '{ agencies { totalCount } }');
    const { data } = Object(await ask(nation, '{ agencies(filter: { division: "52" }) { totalCount } }'));
    expect(data.agencies.totalCount).toBe(1);
    expect(meter.read().writeUnits).toBe(0);
  });

  it('stores no decision', async () => {
    const { errors } = Object(
      await ask(nation, 'mutation { reviewFinding(input: { finding: "x", decision: dismissed, note: "n" }) { rule } }'),
    );
    expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('searches texts by reading reports, and says of which provinces', async () => {
    const query =
      '{ search(text: "主动公开") { totalCount coverage { reports searched left } nodes { report { agency { name } } } } }';
    const { data } = Object(await ask(nation, query));
    expect(data.search).toMatchObject({ totalCount: 4, coverage: { reports: 4, searched: 4, left: 0 } });
    const { data: partly, errors } = Object(await ask(broken, query));
    expect(partly.search.coverage).toEqual({ reports: 4, searched: 4, left: 0 });
    expect(errors).toEqual([unavailable]);
  });

  it('says that a cursor of another list is the fault of the asker, not of a province', async () => {
    const { errors } = Object(await ask(nation, '{ ingestions(after: "bm90aGluZw") { nodes { id } } }'));
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a province that does not answer', () => {
  it('is left out of lists, and the answer says so', async () => {
    const { data, errors } = Object(await ask(broken, '{ agencies { totalCount nodes { name } } }'));
    expect(data.agencies.totalCount).toBe(4);
    expect(errors).toEqual([unavailable]);
  });

  it('is left out of ingestions and counts', async () => {
    const { data, errors } = Object(await ask(broken, '{ ingestions { totalCount nodes { id } } }'));
    expect(data.ingestions).toEqual({ totalCount: 4, nodes: newestFirst.map((id) => ({ id })) });
    expect(errors).toEqual([unavailable]);
  });

  it('fails for what is asked of it alone, and what is asked beside stands', async () => {
    const kunming = buildAgency('昆明市人民政府', '530100').id;
    const query =
      'query ($there: ID!, $gone: ID!) { there: agency(id: $there) { name } gone: agency(id: $gone) { name } }';
    expect(await ask(broken, query, { there: guiyang.id, gone: kunming })).toEqual({
      data: { there: { name: '贵阳市人民政府' }, gone: null },
      errors: [expect.objectContaining({ ...unavailable, path: ['gone'] })],
    });
  });
});

describe('the environment of the gateway', () => {
  it('must be tables by province', () => {
    expect(() => createHandler({ TABLES: '{"Sichuan":{}}' })).toThrow(/TABLES/);
    expect(() => createHandler({ TABLES: 'sichuan' })).toThrow('is not JSON');
  });
});
