import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import type { ObjectNotice } from '../../../functions/ingest/s3-event.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import type { AgencyWithHeads } from '../../../schema/record/record-store.ts';
import { buildAgency } from '../../support/build-record.ts';
import { documentOf, parseJson } from '../../support/json-parser.ts';
import { startTestAws, type TestAws, tableContents } from '../../support/local-aws.ts';
import { shuffled } from '../../support/shuffled.ts';
import { reportOfYear } from '../../support/years.ts';

const years = [2018, 2019, 2020, 2021, 2022];
const versions = [1, 2, 3];

let aws: TestAws;
/** Five years with three versions each, uploaded oldest version first. */
let history: ObjectNotice[];
let expected: { readonly contents: Record<string, unknown>; readonly agency: AgencyWithHeads | null };

beforeAll(async () => {
  aws = await startTestAws();
  history = [];
  for (const version of versions) {
    for (const year of years) history.push(await upload(year, version));
  }
  expected = await outcomeOf(async (into) => {
    for (const notice of history) await ingest(notice, into);
  });
}, 120_000);
afterAll(() => aws.close());

/** Each version carries forward and over other numbers, so that every pair of years has findings of its own. */
async function upload(year: number, version: number): Promise<ObjectNotice> {
  const record = reportOfYear({
    year,
    form: year < 2021 ? '2019' : '2021',
    rows: {
      'applications.carriedOver': [year - 2010, version, 0, 0, 0, 0, year - 2010 + version],
      'applications.carriedForward': [year - 2010 + 1, 0, 0, 0, 0, 0, year - 2010 + 1],
    },
  });
  await aws.upload(`raw/${year}.html`, documentOf(record));
  return aws.nextNotice();
}

async function outcomeOf(work: (ports: IngestPorts) => Promise<void>) {
  const table = await aws.newTable();
  await work(portsInto(table));
  const contents = await tableContents(table);
  return { contents, agency: await createRecordReader(table).agencyWithHeads(buildAgency().id) };
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

/** Newest year and newest version first: every comparison is made anew by each arrival. */
const backwards = Array.from({ length: 15 }, (_, at) => 1 - at / 15);
const keys = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 15, maxLength: 15 });

test('a history of five years in three versions has four pairs of years and five changes to tell of', () => {
  const comparisons = expected.agency?.comparisons ?? [];
  expect(comparisons.map(({ kind, after, findings }) => [kind, after.year, findings.length])).toEqual([
    ['versions', 2018, 1],
    ['across-years', 2019, 2],
    ['versions', 2019, 1],
    ['across-years', 2020, 2],
    ['versions', 2020, 1],
    ['across-years', 2021, 2],
    ['versions', 2021, 1],
    ['across-years', 2022, 2],
    ['versions', 2022, 1],
  ]);
  expect(comparisons[1]).toMatchObject({
    before: { year: 2018, version: expected.agency?.heads[0]?.version },
    after: { year: 2019, version: expected.agency?.heads[1]?.version },
  });
});

test('any permutation of its arrivals gives the same records, comparisons and findings', async () => {
  await fc.assert(
    fc.asyncProperty(keys, async (order) => {
      const outcome = await outcomeOf(async (into) => {
        for (const notice of shuffled(history, order)) await ingest(notice, into);
      });
      expect(outcome).toEqual(expected);
    }),
    { numRuns: 5, examples: [[backwards]] },
  );
}, 240_000);

test('so does their arrival all at once, each delivered twice', async () => {
  await fc.assert(
    fc.asyncProperty(keys, async (order) => {
      const outcome = await outcomeOf(async (into) => {
        const notices = shuffled(history, order);
        await Promise.all([...notices, ...notices].map((notice) => ingest(notice, into)));
      });
      expect(outcome).toEqual(expected);
    }),
    { numRuns: 2 },
  );
}, 240_000);
