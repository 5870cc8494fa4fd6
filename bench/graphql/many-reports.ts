import { createGraphqlServer, type GraphqlServer } from '../../functions/graphql/server.ts';
import { createDynamoClient } from '../../infra/aws-clients.ts';
import { attachCallMeter } from '../../infra/call-meter.ts';
import { type Env, readEnv, TableEnv } from '../../infra/env.ts';
import { createTable } from '../../infra/local/create-table.ts';
import { agencyItem } from '../../infra/records/agency-item.ts';
import { batchPut } from '../../infra/records/batch.ts';
import { figurePaths } from '../../infra/records/figure-codes.ts';
import { headItem } from '../../infra/records/head-item.ts';
import { createRecordReader } from '../../infra/records/record-reader.ts';
import { divisions } from '../../schema/vocabulary/divisions.ts';
import { organ } from '../../test/functions/graphql/agencies.ts';
import { fullVersion } from '../../test/functions/graphql/full-record.ts';
import { median, milliseconds, printTable } from '../measure.ts';

/** Reports of one year and province; a province has some thousands of agencies. */
const sizes = [100, 1_000, 5_000, 10_000];
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
  const head = ['question', 'reports', 'ms after a write', 'ms unchanged', 'calls after a write', 'read units'];
  printTable('Lists and measures over many reports', [head, ...rows]);
}

async function store(table: Parameters<typeof batchPut>[0], size: number): Promise<void> {
  const places = divisions.filter(({ code }) => code.startsWith('51'));
  const items = Array.from({ length: size }, (_, index) => {
    const place = places[index % places.length];
    const agency = organ(`${place?.name}第${Math.floor(index / places.length)}财政局`, place?.code);
    const { head } = fullVersion(agency, 2020);
    return [headItem({ ...head, figures: figuresOf(index) }, '1'), agencyItem(agency, 2020, '1')];
  });
  await batchPut(table, items.flat());
}

/** The figures that reports on form 2019 and 2021 have, other values for each. */
function figuresOf(seed: number): Record<string, number> {
  const totals = figurePaths.filter((path) =>
    /^(?:applications\..*\.total|reviewAndLitigation\.|proactiveDisclosure\.)/.test(path),
  );
  return Object.fromEntries(totals.map((path, at) => [path, (seed * (at + 3)) % 997]));
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
