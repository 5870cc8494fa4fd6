import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGraphqlServer, type GraphqlServer } from '../../../functions/graphql/server.ts';
import { createReviewWriter } from '../../../functions/graphql/write-review.ts';
import { ingest } from '../../../functions/ingest/ingest.ts';
import { attachCallMeter } from '../../../infra/call-meter.ts';
import { createRawStore } from '../../../infra/raw-store.ts';
import { createRecordReader } from '../../../infra/records/record-reader.ts';
import { createRecordWriter } from '../../../infra/records/record-writer.ts';
import type { TableClient } from '../../../infra/records/table-client.ts';
import { describedRules } from '../../../parser/rules/described-rules.ts';
import type { Finding } from '../../../schema/finding.ts';
import type { ReportRecord } from '../../../schema/report.ts';
import { buildAgency } from '../../support/build-record.ts';
import { documentOf, parseJsonDocument } from '../../support/json-parser.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { reportOfYear } from '../../support/years.ts';

const { id } = buildAgency();
const reviewer = 'Bearer of a token';

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
  });
});

/** Reads a document that holds these records, by a parser of this version. */
async function store(record: ReportRecord, parserVersion = '1.0.0'): Promise<() => Promise<void>> {
  await aws.upload('raw/report.html', documentOf(record));
  const notice = await aws.nextNotice();
  const read = async (version: string) => {
    await ingest(notice, {
      raw: createRawStore(aws.s3, 100_000),
      records: createRecordWriter(table),
      parse: async (bytes) => ({
        state: 'parsed',
        records: parseJsonDocument(bytes).map((read) => ({ ...read, parser: { version } })),
      }),
      parserVersion: version,
      now: Date.now,
    });
  };
  await read(parserVersion);
  return () => read('9.0.0');
}

async function ask(query: string, variables: object = {}, authorization = reviewer) {
  const response = await server.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const findingsOf = async (year: number) => {
  const { data } = await ask(
    `query ($id: ID!, $year: Int!) { agency(id: $id) { year(year: $year) {
      findings { id rule cells expected actual review { decision note reviewer } }
    } } }`,
    { id, year },
  );
  return data.agency.year.findings;
};

const before = reportOfYear({ year: 2021, rows: { 'applications.carriedForward': [3, 0, 0, 0, 0, 0, 3] } });
const after = reportOfYear({ year: 2022, rows: { 'applications.carriedOver': [3, 0, 0, 0, 0, 0, 2] } });

describe('two years that do not agree', () => {
  test('say so in both of them, each naming its own cell as its report does', async () => {
    await store(after);
    await store(before);
    const found = { rule: 'across-years.carried-forward', expected: 3, actual: 2 };
    expect(await findingsOf(2022)).toMatchObject([
      { ...found, cells: ['applications.carriedOver.total', 'applications.carriedForward.total@2021'] },
    ]);
    expect(await findingsOf(2021)).toMatchObject([
      { ...found, cells: ['applications.carriedOver.total@2022', 'applications.carriedForward.total'] },
    ]);
    expect((await findingsOf(2021))[0].id).toBe((await findingsOf(2022))[0].id);
  });

  test('are told at the cell too', async () => {
    await store(before);
    await store(after);
    const { data } = await ask(
      `query ($id: ID!) { agency(id: $id) { year(year: 2022) { section(key: applications) { ... on ApplicationsSection {
        cell(row: "carriedOver", column: "total") { findings { rule } }
      } } } } }`,
      { id },
    );
    expect(data.agency.year.section.cell.findings).toEqual([{ rule: 'across-years.carried-forward' }]);
  });

  test('say how much of them was compared, and what a change of form keeps from being compared', async () => {
    await store(reportOfYear({ year: 2021, form: '2019' }));
    await store(after);
    const { data } = await ask(
      'query ($id: ID!) { agency(id: $id) { year(year: 2022) { comparisons { from to checks { made possible notMade { rule } } } } } }',
      { id },
    );
    expect(data.agency.year.comparisons).toEqual([
      {
        ...{ from: 2021, to: 2022 },
        checks: { made: 7, possible: 8, notMade: [{ rule: 'across-years.proactive-stock' }] },
      },
    ]);
  });

  test('cost no more calls than one: the agency and its bodies', async () => {
    await store(before);
    await store(after);
    const meter = attachCallMeter(table.dynamo);
    const { data } = await ask(
      `query ($id: ID!) { agency(id: $id) { years {
        findings { id rule review { decision } } comparisons { findings { rule review { note } } } sections { heading }
      } } }`,
      { id },
    );
    expect(data.agency.years).toHaveLength(2);
    expect(meter.read().byCommand).toEqual({ Query: 1, BatchGet: 1 });
  });
});

test('rules over two years and two versions stand in the dictionary of rules', async () => {
  const { data } = await ask('{ rules { id title { zh } } }');
  const ids = data.rules.map(({ id: rule }: { id: string }) => rule);
  expect(ids).toEqual(expect.arrayContaining(['across-years.carried-forward', 'report.changed-after-publication']));
  expect(new Set(ids).size).toBe(ids.length);
});

describe('a report that was changed after publication', () => {
  test('serves every version with what differs from the one before it', async () => {
    await store(reportOfYear({ year: 2022, rows: { 'applications.granted': [7, 0, 0, 0, 0, 0, 7] } }));
    await store(reportOfYear({ year: 2022, rows: { 'applications.granted': [8, 0, 0, 0, 0, 0, 8] } }));
    const { data } = await ask(
      `query ($id: ID!) { agency(id: $id) { year(year: 2022) {
        findings { rule severity cells }
        report { versions { changes { facts { name } sections { key } cells { path before { raw } after { value state } } } } }
      } } }`,
      { id },
    );
    const { findings, report } = data.agency.year;
    const cells = ['naturalPerson', 'total'].map((column) => `applications.granted.${column}`);
    expect(findings).toEqual([{ rule: 'report.changed-after-publication', severity: 'warning', cells }]);
    expect(report.versions).toEqual([
      {
        changes: {
          ...{ facts: [], sections: [] },
          cells: cells.map((path) => ({ path, before: { raw: '7' }, after: { value: 8, state: 'number' } })),
        },
      },
      { changes: null },
    ]);
  });

  test('is no new version where a newer parser reads the same document', async () => {
    const readAgain = await store(before);
    await readAgain();
    const { data } = await ask(
      'query ($id: ID!) { agency(id: $id) { year(year: 2021) { report { versions { parserVersion changes { cells { path } } } } } } }',
      { id },
    );
    expect(data.agency.year.report.versions).toEqual([{ parserVersion: '9.0.0', changes: null }]);
  });
});

describe('a decision on a finding', () => {
  const review = `mutation ($input: ReviewFindingInput!) {
    reviewFinding(input: $input) { rule review { decision note reviewer at } }
  }`;
  const dismiss = (finding: string, note = '口径不同') => ({ input: { finding, decision: 'dismissed', note } });
  const own: Finding = {
    ...{ rule: 'applications.row-sum', expected: 3, actual: 2, message: { zh: '合计不符', en: 'Sum' } },
    ...{ severity: 'error', cells: ['applications.carriedOver.total'], cause: 'source' },
  };
  const doubted = (total: number) =>
    reportOfYear({
      year: 2022,
      rows: { 'applications.carriedOver': [3, 0, 0, 0, 0, 0, total] },
      change: { findings: [own] },
    });

  test('stands beside it from then on, and a later one takes its place', async () => {
    await store(doubted(2));
    const [finding] = await findingsOf(2022);
    expect(finding.review).toBeNull();
    const { data } = await ask(review, dismiss(finding.id));
    expect(data.reviewFinding.review).toMatchObject({ decision: 'dismissed', note: '口径不同', reviewer: 'Zhang' });
    await ask(review, { input: { finding: finding.id, decision: 'confirmed', note: '已核实' } });
    expect((await findingsOf(2022))[0].review).toMatchObject({ decision: 'confirmed', note: '已核实' });
  });

  test('holds on a finding across years, seen from either year', async () => {
    await store(before);
    await store(after);
    const [finding] = await findingsOf(2021);
    await ask(review, dismiss(finding.id));
    expect((await findingsOf(2021))[0].review).toMatchObject({ decision: 'dismissed' });
    expect((await findingsOf(2022))[0].review).toMatchObject({ decision: 'dismissed' });
  });

  test('survives another reading and another upload of the same figures, and lapses when a figure changes', async () => {
    const readAgain = await store(doubted(2));
    await ask(review, dismiss((await findingsOf(2022))[0].id));
    await readAgain();
    expect((await findingsOf(2022))[0].review).not.toBeNull();
    await store({ ...doubted(2), title: '2022年度报告' }, '9.0.0');
    expect((await findingsOf(2022))[0].review).not.toBeNull();
    await store(doubted(1), '9.0.0');
    const findings = await findingsOf(2022);
    expect(findings.map(({ rule, review: decided }: { rule: string; review: unknown }) => [rule, decided])).toEqual([
      ['applications.row-sum', null],
      ['report.changed-after-publication', null],
    ]);
  });

  test('is read with those of all other agencies of a list in one call', async () => {
    await store(doubted(2));
    const meter = attachCallMeter(table.dynamo);
    await ask('{ reports(filter: { year: 2022 }) { nodes { findings { review { note } } } } }');
    expect(meter.read().byCommand.BatchGet).toBe(2);
  });

  test('is refused to the public, for what is no finding, and without a word why', async () => {
    await store(doubted(2));
    const [finding] = await findingsOf(2022);
    const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code;
    expect(codeOf(await ask(review, dismiss(finding.id), 'nobody'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await ask(review, dismiss('no finding')))).toBe('FINDING_NOT_FOUND');
    expect(codeOf(await ask(review, dismiss(`${id}.2022.${'0'.repeat(24)}`)))).toBe('FINDING_NOT_FOUND');
    expect(codeOf(await ask(review, dismiss(finding.id, ' ')))).toBe('BAD_USER_INPUT');
    expect((await findingsOf(2022))[0].review).toBeNull();
  });
});
