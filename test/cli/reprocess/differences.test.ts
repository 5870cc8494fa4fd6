import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differenceSummary } from '../../../cli/reprocess/difference-summary.ts';
import { findDifferences } from '../../../cli/reprocess/differences.ts';
import { selectVersions } from '../../../cli/reprocess/reprocess.ts';
import { type IngestPorts, ingest } from '../../../functions/ingest/ingest.ts';
import type { ObjectNotice } from '../../../functions/ingest/s3-event.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { parserVersion } from '../../../parser/version.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { ReportRecord } from '../../../schema/record/report.ts';
import { numberCell } from '../../support/build-record.ts';
import { tableContents } from '../../support/local-aws.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;
beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: false });
});
afterAll(() => stack.aws.close());

function portsOf(parse: IngestPorts['parse'], version: string): IngestPorts {
  return {
    raw: createRawStore(stack.aws.s3, 1_000_000),
    records: createRecordWriter({ dynamo: stack.aws.newDynamo(), tableName: stack.target.tableName }),
    parse,
    inTurn: createSemaphore(1),
    parserVersion: version,
    now: Date.now,
  };
}

const today = () => portsOf(async (bytes) => ({ state: 'parsed', records: await parseReport(bytes) }), parserVersion);

/** Stores what an earlier parser made of a document: what today's makes of it, changed. */
async function store(
  key: string,
  text: string,
  earlier: (record: ReportRecord) => ReportRecord[],
): Promise<ObjectNotice> {
  await stack.aws.upload(key, text);
  const notice = await stack.aws.nextNotice();
  const parse: IngestPorts['parse'] = async (bytes) => {
    return { state: 'parsed', records: (await parseReport(bytes)).flatMap(earlier) };
  };
  await ingest(notice, portsOf(parse, '0.0.1'));
  return notice;
}

const contents = () => tableContents({ dynamo: stack.aws.newDynamo(), tableName: stack.target.tableName });

function withProcessedTotal(record: ReportRecord, total: number): ReportRecord {
  const { applications } = record.tables;
  if (applications?.processed === undefined || typeof applications.processed === 'string') throw new Error('no row');
  const processed = { ...applications.processed, total: numberCell(total) };
  return ReportRecord.parse({ ...record, tables: { ...record.tables, applications: { ...applications, processed } } });
}

describe('a dry run', () => {
  it('prints what today’s parser and rules would change, by rule and by cell, and writes nothing', async () => {
    const sample = await readFile('samples/neijiang-2020.txt', 'utf8');
    await store('raw/same.txt', sample, (record) => [record]);
    await store('raw/misread.txt', sample.replaceAll('2020', '2018'), (record) => [withProcessedTotal(record, 23)]);
    await store('raw/unread.txt', sample.replaceAll('2020', '2017'), () => []);
    await store('raw/rule.txt', sample.replaceAll('2020', '2016'), (record) => [
      { ...record, findings: record.findings.slice(1) },
    ]);
    const before = await contents();
    const versions = await selectVersions(stack.target, { all: true });
    const done: string[] = [];
    const differences = await findDifferences(stack.target, versions, ({ version }) => done.push(version.key));
    const printed = differenceSummary(differences).join('\n');
    expect(done.toSorted()).toEqual(['raw/misread.txt', 'raw/rule.txt', 'raw/same.txt', 'raw/unread.txt']);
    expect(printed).toContain('4 object versions read again');
    expect(printed).toMatch(/By cell\n.*records\n {2}applications\.processed\.total {2}1\n/);
    expect(printed).toMatch(/By fact\n.*records\n {2}filed false → true {2}1/);
    expect(printed).toContain('    applications.processed.total: 23 → 234');
    expect(printed).not.toContain('raw/same.txt');
    expect(await contents()).toEqual(before);
  });

  it('prints what neighbouring years and versions would say otherwise, as the reprocess then says it', async () => {
    const sample = (await readFile('samples/qingzhen-2020.txt', 'utf8')).replaceAll('清镇市', '资中县');
    const later = sample.replaceAll('2020', '2021');
    const notices = [
      await store('raw/years/2020.txt', sample, (record) => [record]),
      await store('raw/years/2021.txt', later, () => []),
      await store('raw/years/2020-again.txt', `${sample}\n`, (record) => [withProcessedTotal(record, 41)]),
    ];
    const versions = await selectVersions(stack.target, { prefix: 'raw/years/' });
    const { comparisons } = await findDifferences(stack.target, versions, () => undefined);
    expect(comparisons.map(({ kind, name, come, gone }) => [kind, name, come.length, gone.length])).toEqual([
      ['across-years', '资中县人民政府 2021', 7, 0],
      ['versions', '资中县人民政府 2020', 0, 1],
    ]);
    for (const notice of notices) await ingest(notice, today());
    const table = { dynamo: stack.aws.newDynamo(), tableName: stack.target.tableName };
    const agencies = await createRecordReader(table).agencies({ nameContains: '资中县' }, { first: 1, after: null });
    const agency = await createRecordReader(table).agencyWithHeads(agencies.items[0]?.id ?? '');
    const stored = (agency?.comparisons ?? []).map(({ kind, findings }) => [kind, findings.map(({ cells }) => cells)]);
    expect(stored).toEqual([
      ['versions', []],
      ['across-years', comparisons[0]?.come.map(({ cells }) => cells)],
    ]);
  }, 60_000);

  it('tells a rule’s findings that come and go', () => {
    const found: Finding = {
      ...{
        rule: 'applications.row-sum',
        expected: 3,
        actual: 2,
        message: { zh: '合计不符', en: 'The sum is another' },
      },
      ...{ severity: 'error', cause: 'source', cells: ['applications.granted.total'] },
    };
    const change = { name: '内江市人民政府 2020', facts: [], cells: [], sections: [] };
    const lines = differenceSummary({
      ...{ read: 9, parserVersion: '1.1.0' },
      changes: [
        {
          key: 'raw/a',
          versionId: '1',
          parserVersion: '1.0.0',
          records: [{ ...change, come: [found, { ...found, expected: 4 }], gone: [] }],
        },
        { key: 'raw/b', versionId: '2', parserVersion: '1.1.0', records: [{ ...change, come: [], gone: [found] }] },
      ],
      comparisons: [{ kind: 'across-years', name: '内江市人民政府 2021', come: [], gone: [found] }],
    });
    expect(lines.slice(0, 6)).toEqual([
      '9 object versions read again, 2 of them differently',
      '1 of these were read by version 1.1.0 before: raise it (parser/version.ts) for them to change',
      '',
      'By rule',
      '  rule                  come  gone',
      '  applications.row-sum  +2    −2',
    ]);
    expect(lines).toContain('    − applications.row-sum: The sum is another');
    expect(lines).toContain('内江市人民政府 2021  with the year before');
  });
});
