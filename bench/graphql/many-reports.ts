import { createGraphqlServer, type GraphqlServer } from '../../functions/graphql/server.ts';
import { createDynamoClient } from '../../infra/aws-clients.ts';
import { attachCallMeter } from '../../infra/call-meter.ts';
import { type Env, readEnv, TableEnv } from '../../infra/env.ts';
import { createTable } from '../../infra/local/create-table.ts';
import { agencyItem } from '../../infra/records/agency-item.ts';
import { batchPut } from '../../infra/records/batch.ts';
import { headItem } from '../../infra/records/head-item.ts';
import { createRecordReader } from '../../infra/records/record-reader.ts';
import type { Agency } from '../../schema/agency.ts';
import type { Boards } from '../../schema/list-store.ts';
import type { VersionHead } from '../../schema/record-store.ts';
import { divisions } from '../../schema/vocabulary/divisions.ts';
import { organ } from '../../test/functions/graphql/agencies.ts';
import { fullVersion } from '../../test/functions/graphql/full-record.ts';
import { median, milliseconds, printTable } from '../measure.ts';
import { figuresOf } from './figures-of.ts';

/** Reports of one year and province; a province has some thousands of agencies. */
const sizes = [100, 1_000, 5_000, 10_000];
/** More than any province has: their lists are made and not stored, so that the benchmark ends. */
const beyond = 100_000;
const runs = 7;

const questions = {
  'aggregate of five measures by division': `{ province(code: "51") { aggregate(year: 2020, by: division,
    metrics: [applicationsReceived, grantedShare, refusedShare, closingRate, reconsiderationTotal]) { division { name } mean median p90 pooled } } }`,
  'ranking by a measure, first 20': `{ reports(filter: { year: 2020 }, orderBy: { metric: applicationsReceived, direction: descending }) {
    totalCount nodes { agency { name } } } }`,
  'search for an agency by initials': '{ agencies(filter: { nameContains: "cdscj" }) { totalCount nodes { name } } }',
} as const;

/** Lists and measures over many reports: the first time after a write, and while nothing is written. */
export async function benchManyReports(env: Env): Promise<void> {
  const settings = readEnv(TableEnv, env);
  const rows: string[][] = [];
  for (const size of sizes) {
    const dynamo = createDynamoClient(settings);
    const table = { dynamo, tableName: `bench-${size}` };
    await createTable(dynamo, table.tableName);
    await store(table, size);
    const meter = attachCallMeter(dynamo);
    for (const [name, query] of Object.entries(questions)) {
      const fresh = () =>
        createGraphqlServer({ reader: createRecordReader(table), rules: [], logError: console.error });
      const cold = await timeEach(runs, async () => ask(fresh(), query));
      meter.read();
      const server = fresh();
      await ask(server, query);
      const { calls, readUnits } = meter.read();
      const warm = await timeEach(runs * 5, () => ask(server, query));
      const figures = [median(cold), median(warm)].map(milliseconds);
      rows.push([name, String(size), ...figures, String(calls), String(readUnits)]);
    }
    dynamo.destroy();
  }
  rows.push(...(await timeBeyond(settings)));
  const head = ['question', 'reports', 'ms after a write', 'ms unchanged', 'calls after a write', 'read units'];
  printTable('Lists and measures over many reports', [head, ...rows]);
}

/** What it takes where the lists are in memory. */
async function timeBeyond(settings: TableEnv): Promise<string[][]> {
  const reports = Array.from({ length: beyond }, (_, index) => generated(index));
  const boards: Boards = {
    agencies: async () => ({ lines: reports.map(({ agency }) => agency), version: '1' }),
    reports: async () => ({ lines: reports.map(({ head }) => head), version: '1' }),
    plans: async () => ({ lines: [], version: '1' }),
    years: async () => [2020],
  };
  const dynamo = createDynamoClient(settings);
  const reader = { ...createRecordReader({ dynamo, tableName: settings.TABLE_NAME }), boards: () => boards };
  const server = createGraphqlServer({ reader, rules: [], logError: console.error });
  const rows: string[][] = [];
  for (const [name, query] of Object.entries(questions)) {
    const times = await timeEach(runs, () => ask(server, query));
    rows.push([name, String(beyond), 'not stored', milliseconds(median(times)), '', '']);
  }
  dynamo.destroy();
  return rows;
}

async function store(table: Parameters<typeof batchPut>[0], size: number): Promise<void> {
  const items = Array.from({ length: size }, (_, index) => {
    const { head, agency } = generated(index);
    return [headItem(head, '1'), agencyItem(agency, 2020, '1')];
  });
  await batchPut(table, items.flat());
}

const places = divisions.filter(({ code }) => code.startsWith('51'));
const { head: usual } = fullVersion(organ('市财政局'), 2020);

/** A report of an agency of its own, with figures of its own. */
function generated(index: number): { readonly agency: Agency; readonly head: VersionHead } {
  const place = places[index % places.length];
  const agency = organ(`${place?.name}第${Math.floor(index / places.length)}财政局`, place?.code);
  const { id: agencyId, name: agencyName, divisionCode, provinceCode, level } = agency;
  const of = { agencyId, agencyName, divisionCode, provinceCode, level };
  return { agency, head: { ...usual, ...of, figures: figuresOf(index) } };
}

async function ask(server: GraphqlServer, query: string): Promise<void> {
  const response = await server.fetch('http://bench/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(text);
}

async function timeEach(count: number, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < count; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}
