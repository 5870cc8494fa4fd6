import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGraphqlServer } from '../../../functions/graphql/server.ts';
import { fileRecord, recordVersion } from '../../../functions/ingest/file-record.ts';
import { attachCallMeter, type MeterReading } from '../../../infra/aws/call-meter.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, type Env, readEnv } from '../../../infra/aws/env.ts';
import { openReleases } from '../../../infra/aws/releases.ts';
import { type LocalStackOptions, startLocalStack } from '../../../infra/local/local-stack.ts';
import { putDenominators } from '../../../infra/store/denominator-store.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { putRegister } from '../../../infra/store/register-store.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { describedRules } from '../../../parser/rules/rules.ts';
import type { DenominatorStatement } from '../../../schema/record/denominator.ts';
import type { RecordWriter } from '../../../schema/record/record-store.ts';
import type { RegisteredAgency } from '../../../schema/record/register.ts';
import type { StoredVersion } from './full-record.ts';

/** A GraphQL answer, as far as tests look into it. */
interface Answer {
  // Tests state what they expect of the data; its shape is the query's, which no type here can know.
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

/** The real API on the embedded store. */
export interface StoredApi {
  readonly env: Env;
  readonly writer: RecordWriter;
  readonly logged: unknown[];
  readonly fetch: (request: Request) => Promise<Response>;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  store(versions: readonly StoredVersion[]): Promise<void>;
  storeRegister(statements: readonly RegisteredAgency[]): Promise<void>;
  storeDenominators(statements: readonly DenominatorStatement[]): Promise<void>;
  /** Parses and files a document of `samples/`; answers the id of its agency. */
  storeSample(file: string, eventTime: string): Promise<string>;
  /** Calls to DynamoDB since last asked. */
  calls(): MeterReading;
  close(): Promise<void>;
}

/** `onWanted` is told, with the notification of the bucket, of each export that is wanted. */
export async function startStoredApi({ onWanted }: Pick<LocalStackOptions, 'onWanted'> = {}): Promise<StoredApi> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gongkai-graphql-'));
  const stack = await startLocalStack({
    ...{ dataDir, ports: { s3: 0, sqs: 0, dynamodb: 0 } },
    ...(onWanted === undefined ? {} : { onWanted }),
  });
  const dynamo = createDynamoClient(readEnv(AwsEnv, stack.env));
  const table = { dynamo, tableName: stack.tableName };
  const writer = createRecordWriter(table);
  const meter = attachCallMeter(dynamo);
  const logged: unknown[] = [];
  const { close: closeReleases, ...releases } = openReleases(readEnv(AwsEnv, stack.env), stack.bucket);
  const server = createGraphqlServer({
    reader: createRecordReader(table),
    rules: describedRules,
    logError: (error) => logged.push(error),
    releases,
  });
  return {
    env: stack.env,
    writer,
    logged,
    fetch: async (request) => server.fetch(request),
    async ask(query, variables = {}) {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      const response = await server.fetch('http://localhost/graphql', { method: 'POST', headers, body });
      // Whatever it is, the test says what it expects of it.
      return (await response.json()) as Answer;
    },
    async store(versions) {
      for (const { head, record } of versions) await writer.change((writes) => writes.putRecord(head, record));
    },
    storeRegister: (statements) => putRegister(table, statements),
    storeDenominators: (statements) => putDenominators(table, statements),
    storeSample: (file, eventTime) => storeSample(writer, file, eventTime),
    calls: () => meter.read(),
    async close() {
      dynamo.destroy();
      closeReleases();
      await stack.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function storeSample(writer: RecordWriter, file: string, eventTime: string): Promise<string> {
  const bytes = await readFile(new URL(`../../../samples/${file}`, import.meta.url));
  const [record] = await parseReport(bytes);
  if (record === undefined) throw new Error(`nothing was read from ${file}`);
  const origin = { sha256: record.source.sha256, parserVersion: record.parser.version, index: 0, hints: {} };
  const notice = { bucket: 'bucket', key: `raw/${file}`, versionId: 'object-version', sequencer: '0A', eventTime };
  const filing = fileRecord(record, recordVersion(origin), notice);
  if (!filing.filed) throw new Error(`${file} was rejected`);
  await writer.change((writes) => writes.putRecord(filing.head, filing.record));
  return filing.agency.id;
}
