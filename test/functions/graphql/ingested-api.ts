import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createGraphqlServer, type GraphqlServer } from '../../../functions/graphql/server.ts';
import { createReviewWriter } from '../../../functions/graphql/stores.ts';
import { ingest } from '../../../functions/ingest/ingest.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { describedRules } from '../../../parser/rules/rules.ts';
import type { Originals } from '../../../schema/record/originals.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { buildAgency } from '../../support/build-record.ts';
import { documentOf, parseJsonDocument } from '../../support/json-parser.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { reportOfYear } from '../../support/years.ts';

/** The agency whose reports these are. */
export const { id } = buildAgency();
const reviewer = 'Bearer of a token';

/** Two reports of which the later carries over what the earlier does not carry forward. */
export const before = reportOfYear({ year: 2021, rows: { 'applications.carriedForward': [3, 0, 0, 0, 0, 0, 3] } });
export const after = reportOfYear({ year: 2022, rows: { 'applications.carriedOver': [3, 0, 0, 0, 0, 0, 2] } });

const findings = `query ($id: ID!, $year: Int!) { agency(id: $id) { year(year: $year) {
  findings { id rule cells expected actual review { decision note reviewer } }
} } }`;

/** The API on a table of its own for each test, into which reports are ingested. Call it once in a file. */
export function useIngestedApi() {
  let aws: TestAws;
  let table: TableClient;
  let server: GraphqlServer;
  beforeAll(async () => {
    aws = await startTestAws();
  });
  afterAll(() => aws.close());
  beforeEach(async () => {
    table = await aws.newTable();
    server = createGraphqlServer({
      reader: createRecordReader(table),
      rules: describedRules,
      logError: (error) => expect.fail(String(error)),
      viewerOf: async (request) => (request.headers.get('authorization') === reviewer ? { name: 'Zhang' } : null),
      writeReview: createReviewWriter(table),
      originals: readAgainAtOnce,
    });
  });

  const read = async (notice: Parameters<typeof ingest>[0], parserVersion: string) => {
    const parse = async (bytes: Uint8Array) => ({
      state: 'parsed' as const,
      records: parseJsonDocument(bytes).map((record) => ({ ...record, parser: { version: parserVersion } })),
    });
    const raw = createRawStore(aws.s3, 100_000);
    await ingest(notice, {
      raw,
      records: createRecordWriter(table),
      parse,
      inTurn: createSemaphore(1),
      parserVersion,
      now: Date.now,
    });
  };

  /** What the queue does with a document that is to be read again. */
  const readAgainAtOnce: Originals = {
    linkTo: () => Promise.reject(new Error('no link is asked for')),
    prepareUpload: () => Promise.reject(new Error('no upload is asked for')),
    ingestionId: (key, versionId) => `${key} ${versionId}`,
    reprocess: ({ bucket, key, versionId, sequencer, arrivedAt, parserVersion }) =>
      read({ bucket, key, versionId, sequencer, eventTime: arrivedAt, force: true }, parserVersion),
  };

  async function ask(query: string, variables: object = {}, authorization = reviewer) {
    const body = JSON.stringify({ query, variables });
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      authorization,
    };
    return (await server.fetch('http://localhost/graphql', { method: 'POST', headers, body })).json();
  }

  return {
    ask,
    dynamo: () => table.dynamo,
    /** Reads a document that holds these records, by a parser of this version; answers how to read it again by a newer one. */
    async store(record: ReportRecord, parserVersion = '1.0.0'): Promise<() => Promise<void>> {
      await aws.upload('raw/report.html', documentOf(record));
      const notice = await aws.nextNotice();
      await read(notice, parserVersion);
      return () => read(notice, '9.0.0');
    },
    async findingsOf(year: number, authorization = reviewer) {
      const { data } = await ask(findings, { id, year }, authorization);
      return data.agency.year.findings;
    },
  };
}
