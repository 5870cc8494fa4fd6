import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fileRecord } from '../../../functions/ingest/file-record.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { type Env, readEnv, TableEnv } from '../../../infra/aws/env.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { startChild } from '../../child.ts';
import { median, milliseconds, printTable, quantile } from '../measure.ts';
import { nestedQuery } from '../nested-query.ts';
import { benchExecutors } from './executors.ts';
import { startPostgraphile } from './postgraphile.ts';
import { measureThroughput, type Throughput } from './throughput.ts';

const years = [2019, 2020, 2021, 2022, 2023];
const connections = [1, 10, 50];
const seconds = { warmUp: 2, measured: 3 };
/** Each server is measured so often, all in turn, so that what else the machine does befalls them alike. */
const rounds = 3;

/** Our servers: as they are where nothing may be kept, where records may but every question is executed, and as they are otherwise. */
const modes = {
  'nothing kept': { records: false, answers: false },
  'records kept': { records: true, answers: false },
  'unchanged data': { records: true, answers: true },
} as const;

/** The heaviest common read: an agency, five years, every section and cell; each time anew, and while nothing changes. */
export async function benchHeaviestRead(env: Env): Promise<void> {
  const id = await storeYears(env);
  await benchExecutors(env, { id, last: years.length });
  const body = JSON.stringify({ query: nestedQuery, variables: { id, last: years.length } });
  const ours = await Promise.all(
    Object.entries(modes).map(async ([name, mode]): Promise<Server> => {
      const child = await startChild(new URL('api-process.ts', import.meta.url), { env, ...mode });
      return { name, body, port: z.object({ port: z.int() }).parse(child.told).port, stop: () => child.stop() };
    }),
  );
  const peer = await startPostgraphile(await answerOf(ours[0]));
  if (peer === null) console.log('No PostgreSQL on this machine: PostGraphile is not measured.');
  const servers: Server[] = [...ours, ...(peer === null ? [] : [{ name: peerName, ...peer }])];
  for (const { port, body } of servers)
    await measureThroughput({ port, body, connections: 10, seconds: seconds.warmUp });
  const rows: string[][] = [];
  for (const count of connections) {
    const measured = await measureInTurn(servers, count);
    for (const [at, { perSecond, times, bytes }] of measured.entries()) {
      const against = perSecond / (measured[ours.length]?.perSecond ?? Number.NaN);
      const figures = [perSecond.toFixed(0), peer === null ? '' : `${against.toFixed(2)}×`];
      const shown = [servers[at]?.name ?? '', String(count), (bytes / 1024).toFixed(0), ...figures];
      rows.push([...shown, ...[median(times), quantile(times, 0.95)].map(milliseconds)]);
    }
  }
  for (const { stop } of servers) await stop();
  const head = ['data', 'connections', 'KB answered', 'requests a second', `against ${peerName}`, 'ms, median', 'p95'];
  printTable('Heaviest common read, over HTTP', [head, ...rows]);
}

const peerName = 'PostGraphile';

interface Server {
  readonly name: string;
  readonly port: number;
  /** The question in its words. */
  readonly body: string;
  stop(): Promise<void>;
}

async function answerOf(server: Server | undefined): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: server?.body ?? '' };
  return (await fetch(`http://127.0.0.1:${server?.port}/graphql`, request)).json();
}

async function measureInTurn(servers: readonly Server[], count: number): Promise<Throughput[]> {
  const measured: Throughput[][] = servers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { port, body }] of servers.entries())
      measured[at]?.push(await measureThroughput({ port, body, connections: count, seconds: seconds.measured }));
  }
  return measured.map((each) => ({
    perSecond: each.reduce((sum, { perSecond }) => sum + perSecond, 0) / rounds,
    times: each.flatMap(({ times }) => times),
    bytes: each[0]?.bytes ?? 0,
  }));
}

async function storeYears(env: Env): Promise<string> {
  const settings = readEnv(TableEnv, env);
  const dynamo = createDynamoClient(settings);
  const writer = createRecordWriter({ dynamo, tableName: settings.TABLE_NAME });
  const sample = await readFile('samples/yingkou-2020.txt', 'utf8');
  let id = '';
  for (const year of years) {
    const [record] = await parseReport(Buffer.from(sample.replaceAll('2020', String(year))));
    const eventTime = new Date(Date.UTC(year + 1, 2, 30)).toISOString();
    const notice = { bucket: 'bench', key: `raw/${year}.txt`, versionId: null, sequencer: '0', eventTime };
    const filing = record === undefined ? null : fileRecord(record, `bench${year}`, notice);
    if (!filing?.filed) throw new Error('the sample is not recognised');
    await writer.change((writes) => writes.putRecord(filing.head, filing.record));
    id = filing.agency.id;
  }
  dynamo.destroy();
  return id;
}
