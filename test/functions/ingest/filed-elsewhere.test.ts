import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import type { ObjectNotice } from '../../../functions/ingest/s3-event.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { putReview } from '../../../infra/store/heads/review-store.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { findingKey, operandsOf } from '../../../schema/record/finding-key.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { Crash, crashAfterWrites } from '../../support/crash.ts';
import { startTestAws, type TestAws, tableContents } from '../../support/local-aws.ts';
import { reportOfYear } from '../../support/years.ts';

const right = buildAgency('内江市教育局');
const wrong = buildAgency('内江市教育局办公室');

let aws: TestAws;
let table: TableClient;
let earlier: ObjectNotice;
let moved: ObjectNotice;
beforeAll(async () => {
  aws = await startTestAws();
  earlier = await upload('raw/earlier.html');
  moved = await upload('raw/moved.html');
});
afterAll(() => aws.close());
beforeEach(async () => {
  table = await aws.newTable();
});

async function upload(key: string): Promise<ObjectNotice> {
  await aws.upload(key, key);
  return aws.nextNotice();
}

/** A parser of some version that reads the same in every document. */
function reading(record: ReportRecord, parserVersion: string, into = table): IngestPorts {
  return {
    raw: createRawStore(aws.s3, 100_000),
    records: createRecordWriter(into),
    parse: async () => ({ state: 'parsed', records: [{ ...record, parser: { version: parserVersion } }] }),
    inTurn: createSemaphore(1),
    parserVersion,
    now: () => Date.UTC(2024, 1, 1),
  };
}

const of = (agency = right, year = 2021) => buildRecord({ agency, year });
const agencyOf = (id: string) => createRecordReader(table).agencyWithHeads(id);

describe('a document that a newer parser reads as another agency’s', () => {
  test('is the other agency’s alone, and an agency that has nothing else is gone', async () => {
    await ingest(moved, reading(of(wrong), '1.0.0'));
    await ingest(moved, reading(of(right), '1.1.0'));
    expect(await agencyOf(wrong.id)).toBeNull();
    expect((await agencyOf(right.id))?.heads.map(({ key }) => key)).toEqual(['raw/moved.html']);
  });

  test('leaves the place to the version that was current before it', async () => {
    await ingest(earlier, reading(of(wrong), '1.0.0'));
    await ingest(moved, reading(of(wrong), '1.0.0'));
    await ingest(moved, reading(of(right), '1.1.0'));
    const left = await agencyOf(wrong.id);
    expect(left?.heads.map(({ key }) => key)).toEqual(['raw/earlier.html']);
    expect(left?.comparisons).toEqual([]);
    expect((await createRecordReader(table).versions(wrong.id, 2021)).map(({ key }) => key)).toEqual([
      'raw/earlier.html',
    ]);
  });

  test('comes back where a still newer parser reads it as before', async () => {
    await ingest(moved, reading(of(wrong), '1.0.0'));
    await ingest(moved, reading(of(right), '1.1.0'));
    await ingest(moved, reading(of(wrong), '1.2.0'));
    expect(await agencyOf(right.id)).toBeNull();
    expect((await agencyOf(wrong.id))?.heads).toHaveLength(1);
  });

  test('leaves a rejection where a newer parser finds no report in it', async () => {
    await ingest(moved, reading(of(wrong), '1.0.0'));
    await ingest(moved, { ...reading(of(wrong), '1.1.0'), parse: async () => ({ state: 'parsed', records: [] }) });
    expect(await agencyOf(wrong.id)).toBeNull();
  });
});

describe('decisions on the findings of an agency that gets another id', () => {
  const rows = (carriedOver: number) => ({ 'applications.carriedOver': [carriedOver, 0, 0, 0, 0, 0, carriedOver] });
  const doubt: Finding = {
    ...{ rule: 'applications.column-balance', severity: 'warning', cells: ['applications.carriedOver.total'] },
    ...{ expected: 2, actual: 3, message: { zh: '不平', en: 'not balanced' }, cause: 'source' },
  };
  const report = (year: number, agency = wrong) =>
    reportOfYear({ year, rows: rows(3), change: { agency, findings: year === 2021 ? [doubt] : [] } });

  /** Decides all findings that are shown of an agency's 2021, of its report and of how it compares. */
  async function decideAll(agencyId: string) {
    const reader = createRecordReader(table);
    const agency = await reader.agencyWithHeads(agencyId);
    const [record] = await reader.records(agency?.heads.filter(({ year }) => year === 2021) ?? [], { texts: false });
    if (record === null || record === undefined) throw new Error('no report of 2021');
    const own = record.findings.map((finding) => ({ finding, operands: operandsOf(finding, record) }));
    const compared = agency?.comparisons.flatMap(({ findings }) =>
      findings.map((finding) => ({ finding, operands: finding.operands })),
    );
    for (const { finding, operands } of [...own, ...(compared ?? [])]) {
      await putReview(table, {
        ...{ agencyId, year: 2021, key: findingKey(finding, operands), rule: finding.rule, operands: [...operands] },
        ...{ decision: 'dismissed', note: 'asked the agency', reviewer: 'editor', at: '2024-02-01T00:00:00.000Z' },
      });
    }
    return [...own, ...(compared ?? [])].map(({ finding }) => finding.rule).toSorted();
  }

  test('go with its reports, whichever of them is read again first', async () => {
    for (const order of [
      [earlier, moved],
      [moved, earlier],
    ]) {
      table = await aws.newTable();
      const yearOf = (notice: ObjectNotice) => (notice === earlier ? 2020 : 2021);
      for (const notice of [earlier, moved]) await ingest(notice, reading(report(yearOf(notice)), '1.0.0'));
      const decided = await decideAll(wrong.id);
      expect(new Set(decided)).toEqual(new Set(['across-years.carried-forward', 'applications.column-balance']));
      for (const notice of order) await ingest(notice, reading(report(yearOf(notice), right), '1.1.0'));
      const agency = await agencyOf(right.id);
      expect(agency?.reviews.map(({ rule, decision }) => `${decision} ${rule}`).toSorted()).toEqual(
        decided.map((rule) => `dismissed ${rule}`),
      );
      expect(agency?.heads.map(({ year }) => year)).toEqual([2020, 2021]);
      const keys = agency?.comparisons.flatMap(({ findings }) =>
        findings.map((each) => findingKey(each, each.operands)),
      );
      expect(agency?.reviews.map(({ key }) => key)).toEqual(expect.arrayContaining(keys ?? []));
      expect(await agencyOf(wrong.id)).toBeNull();
    }
  });

  test('stay where they are on whose report it is, for they were on another answer', async () => {
    const nobodys: Finding = {
      ...doubt,
      rule: 'identity.agency',
      severity: 'error',
      cells: [],
      expected: null,
      actual: null,
    };
    const of = (agency: typeof wrong) => ({ ...report(2021, agency), findings: [nobodys] });
    await ingest(moved, reading(of(wrong), '1.0.0'));
    expect(await decideAll(wrong.id)).toEqual(['identity.agency']);
    await ingest(moved, reading(of(right), '1.1.0'));
    const agency = await agencyOf(right.id);
    expect(agency?.reviews).toEqual([]);
    expect(agency?.heads.map(({ doubtsDismissed }) => doubtsDismissed)).toEqual([undefined]);
  });

  test('stay where the finding is another, or was of another document', async () => {
    await ingest(moved, reading(report(2021), '1.0.0'));
    await decideAll(wrong.id);
    const corrected = { ...report(2021, right), findings: [{ ...doubt, cells: ['applications.granted.total'] }] };
    await ingest(moved, reading(corrected, '1.1.0'));
    expect((await agencyOf(right.id))?.reviews).toEqual([]);
    table = await aws.newTable();
    await ingest(earlier, reading({ ...report(2021), complete: false, findings: [doubt] }, '1.0.0'));
    await ingest(moved, reading(report(2021), '1.0.0'));
    await decideAll(wrong.id);
    await ingest(earlier, reading({ ...report(2021, right), complete: false }, '1.1.0'));
    expect((await agencyOf(right.id))?.reviews).toEqual([]);
    expect((await agencyOf(wrong.id))?.reviews).not.toEqual([]);
  });
});

test('a document read as another year’s is no longer compared with the years beside the old one', async () => {
  await ingest(earlier, reading(of(right, 2020), '1.0.0'));
  await ingest(moved, reading(of(right, 2021), '1.0.0'));
  expect((await agencyOf(right.id))?.comparisons.map(({ after }) => after.year)).toEqual([2021]);
  await ingest(moved, reading(of(right, 2019), '1.1.0'));
  const agency = await agencyOf(right.id);
  expect(agency?.heads.map(({ year }) => year)).toEqual([2019, 2020]);
  expect(agency?.comparisons.map(({ after }) => after.year)).toEqual([2020]);
});

test('an older parser that comes late files nothing', async () => {
  await ingest(moved, reading(of(right), '1.1.0'));
  const before = await tableContents(table);
  expect((await ingest(moved, reading(of(wrong), '1.0.0'))).parserVersion).toBe('1.1.0');
  expect(await tableContents(table)).toEqual(before);
});

test('two parsers at work on one document at the same time leave what the newer one reads', async () => {
  const [old, fresh] = [reading(of(wrong), '1.0.0'), reading(of(right), '1.1.0')];
  await Promise.all([ingest(moved, old), ingest(moved, fresh), ingest(moved, old), ingest(moved, fresh)]);
  expect(await agencyOf(wrong.id)).toBeNull();
  expect((await agencyOf(right.id))?.heads).toHaveLength(1);
});

test('a crash between any two writes of a move, then the event again, leaves the table as if there had been no crash', async () => {
  const before = async () => {
    await ingest(earlier, reading(of(wrong), '1.0.0'));
    await ingest(moved, reading(of(wrong), '1.0.0'));
  };
  await before();
  await ingest(moved, reading(of(right), '1.1.0'));
  const expected = await tableContents(table);
  for (let writes = 0; ; writes += 1) {
    table = await aws.newTable();
    await before();
    const failing = aws.newDynamo();
    crashAfterWrites(failing, writes);
    const doomed = reading(of(right), '1.1.0', { ...table, dynamo: failing });
    const ending = await ingest(moved, doomed).catch((error: unknown) => error);
    if (!(ending instanceof Crash)) break;
    await ingest(moved, reading(of(right), '1.1.0'));
    expect(await tableContents(table)).toEqual(expected);
  }
}, 240_000);
