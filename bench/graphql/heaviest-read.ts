import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fileRecord } from '../../functions/ingest/file-record.ts';
import { createDynamoClient } from '../../infra/aws-clients.ts';
import { type Env, readEnv, TableEnv } from '../../infra/env.ts';
import { createRecordWriter } from '../../infra/records/record-writer.ts';
import { parseReport } from '../../parser/parse-report.ts';
import { median, milliseconds, printTable, quantile } from '../measure.ts';
import { nestedQuery } from '../nested-query.ts';
import { startChild } from './child.ts';
import { measureThroughput } from './throughput.ts';

const years = [2019, 2020, 2021, 2022, 2023];
const connections = [1, 10, 50];
const seconds = { warmUp: 2, measured: 5 };

/** The heaviest common read: an agency, five years, every section and cell; anew each time, and while nothing changes. */
export async function benchHeaviestRead(env: Env): Promise<void> {
  const id = await storeYears(env);
  const body = JSON.stringify({ query: nestedQuery, variables: { id, last: years.length } });
  const rows: string[][] = [];
  for (const kept of [false, true]) {
    const child = await startChild('api-process.ts', { env, kept });
    const { port } = z.object({ port: z.int() }).parse(child.told);
    await measureThroughput({ port, body, connections: 10, seconds: seconds.warmUp });
    for (const count of connections) {
      const { perSecond, times, bytes } = await measureThroughput({
        ...{ port, body, connections: count, seconds: seconds.measured },
      });
      const figures = [perSecond.toFixed(0), ...[median(times), quantile(times, 0.95)].map(milliseconds)];
      rows.push([kept ? 'unchanged data' : 'nothing kept', String(count), (bytes / 1024).toFixed(0), ...figures]);
    }
    await child.stop();
  }
  printTable('Heaviest common read, over HTTP', [
    ['data', 'connections', 'KB answered', 'requests a second', 'ms, median', 'p95'],
    ...rows,
  ]);
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
    await writer.putRecord(filing.head, filing.agency, filing.record);
    id = filing.agency.id;
  }
  dynamo.destroy();
  return id;
}
