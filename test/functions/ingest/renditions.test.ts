import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../../../functions/ingest/ingest.ts';
import type { Parse } from '../../../functions/ingest/parsing-worker.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { corpusCases } from '../../support/corpus.ts';
import { documentOf, parseJson } from '../../support/json-parser.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { reportOfYear } from '../../support/years.ts';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

const misread: Finding = {
  ...{ rule: 'tables.inferred-placement', severity: 'info', cells: [], expected: null, actual: null },
  ...{ message: { zh: '推定', en: 'inferred' }, cause: 'suspected-parse' },
};

/** A copy of the report of 2021, of which so many applications were granted. */
function copyOf(granted: number, mediaType: string, change: Partial<ReportRecord> = {}): ReportRecord {
  return reportOfYear({
    year: 2021,
    rows: {
      'applications.newlyReceived': [19, 3, 0, 0, 0, 0, 22],
      'applications.granted': [granted, 2, 0, 0, 0, 0, granted + 2],
      'reviewAndLitigation.reconsideration': [5, 1, 0, 0, 6],
    },
    change: { ...change, source: { sha256: 'a'.repeat(64), bytes: 1, mediaType, encoding: 'utf-8' } },
  });
}

/** As it was published, as it was corrected a month later, and what else there is of either. */
const renditions = {
  page: copyOf(7, 'text/html', { publishedOn: '2022-01-20' }),
  corrected: copyOf(8, 'text/html', { publishedOn: '2022-02-20' }),
  text: copyOf(7, 'text/plain', { publishedOn: null }),
  pdf: copyOf(8, 'application/pdf', { publishedOn: null }),
  scan: copyOf(1, 'application/pdf', { publishedOn: '2022-02-20', complete: false }),
  doubtful: copyOf(78, 'text/html', { publishedOn: '2022-03-01', findings: [misread] }),
};
type Rendition = keyof typeof renditions;
const names = Object.keys(renditions) as Rendition[];

/** The same as documents whose parsing is not the point. */
const documents = Object.fromEntries(Object.entries(renditions).map(([name, record]) => [name, documentOf(record)]));

/** What readers find after these were uploaded one after the other, each under an address of its own. */
async function readersFind(
  order: readonly string[],
  copies: Readonly<Record<string, string | Uint8Array>> = documents,
  parse: Parse = parseJson,
) {
  const table = await aws.newTable();
  const ports = {
    ...{ raw: createRawStore(aws.s3, 1_000_000), records: createRecordWriter(table), parse },
    ...{ inTurn: createSemaphore(1), parserVersion: '1.0.0', now: () => Date.UTC(2024, 1, 1) },
  };
  const filed = new Set<string>();
  for (const name of order) {
    await aws.upload(`raw/${name}`, copies[name] ?? '');
    const { records } = await ingest(await aws.nextNotice(), ports);
    for (const { agencyId, year } of records) filed.add(`${agencyId} ${year}`);
  }
  expect(filed.size).toBe(1);
  const [id = '', year] = [...filed].join().split(' ');
  const reader = createRecordReader(table);
  const agency = await reader.agencyWithHeads(id);
  const versions = await reader.versions(id, Number(year));
  const [shown] = await reader.records(agency?.heads ?? [], { texts: true });
  const nameOf = (version: string | undefined) => versions.find((head) => head.version === version)?.key.slice(4);
  return {
    shown,
    current: nameOf(agency?.heads[0]?.version),
    beside: versions.map(({ key }) => key.slice(4)).toSorted(),
    compared: agency?.comparisons.map(({ before, after, findings }) => ({
      ...{ before: nameOf(before.version), after: nameOf(after.version) },
      rules: findings.map(({ rule, cells }) => [rule, ...cells]),
    })),
  };
}

const granted = ['applications.granted.naturalPerson', 'applications.granted.total'];
const changed = {
  ...{ before: 'page', after: 'corrected' },
  rules: [['report.changed-after-publication', ...granted]],
};

test('a text copy between two pages hides no change, and is itself none', async () => {
  const { current, compared, beside } = await readersFind(['page', 'text', 'corrected']);
  expect({ current, compared }).toEqual({ current: 'corrected', compared: [changed] });
  expect(beside).toEqual(['corrected', 'page', 'text']);
});

test.each<[Rendition, Rendition, string[]]>([
  ['page', 'text', []],
  ['page', 'scan', granted],
  ['page', 'doubtful', granted],
  ['pdf', 'scan', granted],
  ['pdf', 'text', granted],
  ['doubtful', 'scan', granted],
])('of %s and %s the first is current, whichever came last, and nobody is accused', async (best, other, otherwise) => {
  for (const order of [
    [best, other],
    [other, best],
  ]) {
    const found = { before: other, after: best, rules: [['report.read-otherwise', ...otherwise]] };
    expect(await readersFind(order)).toMatchObject({ current: best, compared: otherwise.length === 0 ? [] : [found] });
  }
});

test('two like pages of which one prints its date are a change in no known order, whichever came last', async () => {
  const undated = documentOf(copyOf(8, 'text/html', { publishedOn: null }));
  const copies = { ...documents, undated };
  const found = { current: 'page', compared: [{ ...changed, before: 'undated', after: 'page' }] };
  for (const order of [
    ['page', 'undated'],
    ['undated', 'page'],
  ]) {
    expect(await readersFind(order, copies)).toMatchObject(found);
  }
});

test('two reports of which most figures differ are two publications: neither is a change of the other', async () => {
  const other = reportOfYear({
    year: 2021,
    rows: {
      'applications.newlyReceived': [902, 31, 5, 2, 1, 0, 941],
      'applications.granted': [700, 20, 4, 1, 0, 0, 725],
      'applications.carriedForward': [11, 1, 0, 0, 0, 0, 12],
      'reviewAndLitigation.reconsideration': [50, 11, 2, 4, 67],
    },
    change: { source: renditions.page.source, publishedOn: '2022-02-20' },
  });
  const found = await readersFind(['page', 'corrected'], { ...documents, corrected: documentOf(other) });
  expect(found).toMatchObject({ current: 'corrected', compared: [] });
});

test('any renditions in any order of arrival give the same records and findings', async () => {
  const orders = fc
    .subarray(names, { minLength: 2 })
    .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
  await fc.assert(
    fc.asyncProperty(orders, async ([some, order]) => {
      expect(await readersFind(order)).toEqual(await readersFind(some));
    }),
    { numRuns: 15, examples: [[[names, names.toReversed()]]] },
  );
}, 120_000);

test('a page, its prints and its copies are one report, whatever came last, and the page is current', async () => {
  const kept = ['html', 'docx', 'doc', 'ruled-pdf', 'written-rtf', 'csv', 'text'].map(
    (format) => `county-2022-${format}`,
  );
  const copies = Object.fromEntries(corpusCases().map(({ name, bytes }) => [name, bytes]));
  const parse: Parse = async (bytes, hints) => ({ state: 'parsed', records: await parseReport(bytes, hints) });
  const found = await readersFind(kept, copies, parse);
  expect(found).toMatchObject({ current: 'county-2022-html', beside: kept.toSorted(), compared: [] });
  expect(await readersFind(kept.toReversed(), copies, parse)).toEqual(found);
}, 60_000);
