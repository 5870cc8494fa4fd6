import { createHash } from 'node:crypto';
import { createGraphqlServer, type GraphqlServer } from '../../../functions/graphql/server.ts';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { type Env, readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { createTable } from '../../../infra/local/create-table.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { batchPut } from '../../../infra/store/calls.ts';
import { agencyItem, headItem } from '../../../infra/store/heads/items.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { changeTime } from '../../../infra/store/table.ts';
import { divisions } from '../../../schema/law/vocabulary/divisions.ts';
import type { Agency } from '../../../schema/record/agency.ts';
import type { Lists } from '../../../schema/record/list-store.ts';
import type { VersionHead } from '../../../schema/record/version-head.ts';
import { organ } from '../../../test/functions/graphql/agencies.ts';
import { fullVersion } from '../../../test/functions/graphql/full-record.ts';
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
    for (const [name, query] of Object.entries(questions))
      rows.push([name, String(size), ...(await timeAsked({ table, meter, query }))]);
    dynamo.destroy();
  }
  rows.push(...(await timeBeyond(settings)));
  const moments = [
    'ms first in a process',
    'calls',
    'read units',
    'ms after a write',
    'calls',
    'read units',
    'ms unchanged',
  ];
  printTable('Lists and measures over many reports', [['question', 'reports', ...moments], ...rows]);
}

interface Asked {
  readonly table: TableClient;
  readonly meter: ReturnType<typeof attachCallMeter>;
  readonly query: string;
}

/** What a question takes of a process that has read nothing, after each write to the list, and while nothing is written. */
async function timeAsked({ table, meter, query }: Asked): Promise<string[]> {
  const fresh = () => createGraphqlServer({ reader: createRecordReader(table), rules: [], logError: console.error });
  const measured = async (prepare: () => Promise<GraphqlServer>) => {
    const times: number[] = [];
    let spent = meter.read();
    for (let run = 0; run < runs; run += 1) {
      const server = await prepare();
      meter.read();
      const [time = Number.NaN] = await timeEach(1, () => ask(server, query));
      times.push(time);
      spent = meter.read();
    }
    return [milliseconds(median(times)), String(spent.calls), String(spent.readUnits)];
  };
  const first = await measured(async () => fresh());
  const server = fresh();
  await ask(server, query);
  const written = await measured(async () => {
    await write(table);
    return server;
  });
  const unchanged = await timeEach(runs * 5, () => ask(server, query));
  return [...first, ...written, milliseconds(median(unchanged))];
}

let writes = 0;

/** Another version of one of the reports. */
async function write(table: TableClient): Promise<void> {
  writes += 1;
  const { head } = generated(writes % 100);
  const newer = { ...head, version: `bench-${writes}`, arrival: `9999#${String(writes).padStart(6, '0')}` };
  await createRecordWriter(table).change((each) => each.putRecord(newer, record));
}

/** What it takes where the lists are in memory. */
async function timeBeyond(settings: TableEnv): Promise<string[][]> {
  const reports = Array.from({ length: beyond }, (_, index) => generated(index));
  // No version, so that no answer is kept and every one is made.
  const lists: Lists = {
    agencies: async () => ({ lines: reports.map(({ agency }) => agency), version: null }),
    register: async () => ({ lines: [], version: null }),
    denominators: async () => ({ lines: [], version: null }),
    undecided: async () => ({ lines: [], version: null }),
    reports: async () => ({ lines: reports.map(({ head }) => head), version: null }),
    plans: async () => ({ lines: [], version: null }),
    comparisons: async () => ({ lines: [], version: null }),
    version: async () => null,
    today: () => '2026-01-01',
    years: async () => [2020],
  };
  const dynamo = createDynamoClient(settings);
  const reader = { ...createRecordReader({ dynamo, tableName: settings.TABLE_NAME }), lists: () => lists };
  const server = createGraphqlServer({ reader, rules: [], logError: console.error });
  const rows: string[][] = [];
  for (const [name, query] of Object.entries(questions)) {
    const times = await timeEach(runs, () => ask(server, query));
    rows.push([name, String(beyond), ...Array(6).fill('not stored'), milliseconds(median(times))]);
  }
  dynamo.destroy();
  return rows;
}

async function store(table: TableClient, size: number): Promise<void> {
  const items = Array.from({ length: size }, (_, index) => {
    const { head, agency } = generated(index);
    // An hour ago, so that not all of them are among the latest changes.
    const before = { gsi2sk: changeTime(Date.now() - 3_600_000) };
    return [headItem(head, '1'), agencyItem(agency, 2020, '1')].map((item) => ({ ...item, ...before }));
  });
  await batchPut(table, items.flat());
}

const places = divisions.filter(({ code }) => code.startsWith('51'));
const { head: usual, record } = fullVersion(organ('市财政局'), 2020);

/** A report of an agency of its own, with figures of its own. */
function generated(index: number): { readonly agency: Agency; readonly head: VersionHead } {
  const place = places[index % places.length];
  const agency = organ(`${place?.name}第${Math.floor(index / places.length)}财政局`, place?.code);
  const { id: agencyId, name: agencyName, divisionCode, provinceCode, level } = agency;
  const of = { agencyId, agencyName, divisionCode, provinceCode, level };
  const title = `${agency.name}2020年政府信息公开工作年度报告`;
  const [sha256, ingestionId] = [hash(`document ${index}`), hash(`ingestion ${index}`)];
  const from = { title, key: `raw/2020/${title}.html`, version: sha256.slice(0, 32), sha256, ingestionId };
  return { agency, head: { ...usual, ...of, ...from, figures: figuresOf(index) } };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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
