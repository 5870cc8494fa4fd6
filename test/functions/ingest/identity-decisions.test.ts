import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import type { ObjectNotice } from '../../../functions/ingest/s3-event.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { putReview } from '../../../infra/store/heads/review-store.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { measure } from '../../../schema/law/metrics/measure.ts';
import { metricByKey } from '../../../schema/law/metrics/metrics.ts';
import { noDenominators } from '../../../schema/record/denominator.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import type { Review, ReviewDecision } from '../../../schema/record/review.ts';
import { isIdentityInDoubt } from '../../../schema/record/version-head.ts';
import { buildAgency } from '../../support/build-record.ts';
import '../../support/fixed-seed.ts';
import { documentOf, parseJson } from '../../support/json-parser.ts';
import { startTestAws, type TestAws, tableContents } from '../../support/local-aws.ts';
import { shuffled } from '../../support/shuffled.ts';
import { reportOfYear } from '../../support/years.ts';

const { id: agencyId } = buildAgency();
const year = 2021;

const doubt = (rule: string, actual: number | null = null): Finding => ({
  ...{ rule, severity: 'error', cells: [], expected: actual === null ? null : year, actual },
  ...{ message: { zh: '存疑', en: 'In doubt' }, cause: 'suspected-parse' },
});
const agencyDoubt = doubt('identity.agency');
const yearDoubt = doubt('identity.year', 2020);

let aws: TestAws;
/** Reports of three years, that of the middle one in doubt twice, and then another document of it that is in doubt too. */
let history: { readonly before: ObjectNotice; own: ObjectNotice; other: ObjectNotice; after: ObjectNotice };

beforeAll(async () => {
  aws = await startTestAws();
  history = {
    before: await upload('2020.html', { year: 2020, carriedForward: 3 }),
    own: await upload('2021.html', { year, carriedOver: 2, findings: [agencyDoubt, yearDoubt] }),
    other: await upload('other.html', { year, carriedOver: 1, findings: [agencyDoubt] }),
    after: await upload('2022.html', { year: 2022, carriedOver: 5 }),
  };
}, 120_000);
afterAll(() => aws.close());

interface Printed {
  readonly year: number;
  readonly carriedForward?: number;
  readonly carriedOver?: number;
  readonly findings?: Finding[];
}

async function upload(name: string, printed: Printed): Promise<ObjectNotice> {
  const { carriedForward = 4, carriedOver = 0, findings = [] } = printed;
  const record = reportOfYear({
    year: printed.year,
    form: printed.year < 2021 ? '2019' : '2021',
    rows: {
      'applications.carriedOver': [carriedOver, 0, 0, 0, 0, 0, carriedOver],
      'applications.carriedForward': [carriedForward, 0, 0, 0, 0, 0, carriedForward],
    },
    change: {
      findings,
      outcome: findings.length > 0 ? 'held' : 'published',
      source: {
        sha256: createHash('sha256').update(name).digest('hex'),
        bytes: 1,
        mediaType: 'text/html',
        encoding: null,
      },
    },
  });
  await aws.upload(`raw/${name}`, documentOf(record));
  return aws.nextNotice();
}

function portsInto(table: TableClient): IngestPorts {
  return {
    raw: createRawStore(aws.s3, 100_000),
    records: createRecordWriter(table),
    parse: parseJson,
    inTurn: createSemaphore(1),
    parserVersion: '1.0.0',
    now: () => Date.UTC(2024, 1, 1),
  };
}

const stored = async (table: TableClient) => await createRecordReader(table).agencyWithHeads(agencyId);
const headIn = async (table: TableClient) => (await stored(table))?.heads.find((head) => head.year === year);

/** The names of the doubts of the report, as they are once it has been read. */
async function doubtsOf(notice: ObjectNotice): Promise<readonly string[]> {
  const table = await aws.newTable();
  await ingest(notice, portsInto(table));
  return (await headIn(table))?.doubts ?? [];
}

const decisionOn = (key: string, decision: ReviewDecision, at = '2024-01-01T00:00:00.000Z'): Review => ({
  ...{ agencyId, year, key, rule: 'identity.agency', operands: [], decision, note: '已核实', reviewer: 'Zhang', at },
});

/** What a reviewer does: the decision is stored, and the document is read again. */
async function decide(table: TableClient, review: Review): Promise<void> {
  await putReview(table, review);
  await ingest({ ...history.own, force: true }, portsInto(table));
}

async function readAll(table: TableClient): Promise<void> {
  for (const notice of [history.before, history.own, history.after]) await ingest(notice, portsInto(table));
}

/** Whether the report is its agency's, and the pairs of years that are compared. */
async function outcome(table: TableClient) {
  const head = await headIn(table);
  if (head === undefined) throw new Error('no report');
  const received = metricByKey('applicationsReceived');
  const pairs = ((await stored(table))?.comparisons ?? [])
    .filter(({ kind }) => kind === 'across-years')
    .map(({ after }) => after.year);
  return {
    inDoubt: isIdentityInDoubt(head),
    isMeasured: measure(received, head, noDenominators).gap?.code !== 'identityInDoubt',
    pairs,
  };
}

const apart = { inDoubt: true, isMeasured: false, pairs: [] };
const settled = { inDoubt: false, isMeasured: true, pairs: [2021, 2022] };

describe('a decision on whose report it is', () => {
  it('makes it measured and compared where every doubt is dismissed, and no longer where one is confirmed after all', async () => {
    const table = await aws.newTable();
    await readAll(table);
    const [one = '', other = ''] = await doubtsOf(history.own);
    expect(await outcome(table)).toEqual(apart);
    await decide(table, decisionOn(one, 'dismissed'));
    expect(await outcome(table)).toEqual(apart);
    await decide(table, decisionOn(other, 'dismissed'));
    expect(await outcome(table)).toEqual(settled);
    await decide(table, decisionOn(one, 'confirmed', '2024-01-02T00:00:00.000Z'));
    expect(await outcome(table)).toEqual(apart);
    expect((await headIn(table))?.outcome).toBe('held');
  });

  it('says nothing of another document of the agency and year', async () => {
    const table = await aws.newTable();
    await ingest(history.other, portsInto(table));
    for (const key of await doubtsOf(history.own)) await putReview(table, decisionOn(key, 'dismissed'));
    await ingest({ ...history.other, force: true }, portsInto(table));
    expect((await outcome(table)).inDoubt).toBe(true);
  });

  it('makes its document current over one that is in doubt still', async () => {
    const table = await aws.newTable();
    await readAll(table);
    await ingest(history.other, portsInto(table));
    for (const key of await doubtsOf(history.own)) await decide(table, decisionOn(key, 'dismissed'));
    expect((await headIn(table))?.key).toBe('raw/2021.html');
    expect(await outcome(table)).toEqual(settled);
  });

  it('gives the same records and comparisons in whatever order it and the documents come', async () => {
    const keys = await doubtsOf(history.own);
    const decisions = [
      ...keys.map((key) => decisionOn(key, 'confirmed', '2024-01-01T00:00:00.000Z')),
      ...keys.map((key) => decisionOn(key, 'dismissed', '2024-01-03T00:00:00.000Z')),
    ];
    const steps = [
      ...Object.values(history).map((notice) => (table: TableClient) => ingest(notice, portsInto(table))),
      ...decisions.map((review) => (table: TableClient) => decide(table, review)),
    ];
    const all = async (order: readonly number[]) => {
      const table = await aws.newTable();
      for (const step of shuffled(steps, order)) await step(table);
      return { contents: await tableContents(table), outcome: await outcome(table) };
    };
    const expected = await all(steps.map((_, at) => at / steps.length));
    expect(expected.outcome).toEqual(settled);
    const order = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      ...{ minLength: steps.length, maxLength: steps.length },
    });
    await fc.assert(
      fc.asyncProperty(order, async (each) => {
        expect(await all(each)).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  }, 240_000);
});
