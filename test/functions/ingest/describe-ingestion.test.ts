import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { describeReading, outcomeOf } from '../../../functions/ingest/describe-ingestion.ts';
import { fileReading } from '../../../functions/ingest/file-record.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import type { Outcome } from '../../../schema/record/report.ts';

test.each<[Outcome, Outcome[]]>([
  ['rejected', []],
  ['rejected', ['rejected', 'rejected']],
  ['published', ['published', 'published']],
  ['held', ['published', 'held']],
  ['held', ['published', 'rejected']],
  ['held', ['held', 'rejected']],
])('a file is %s when its records are %j', (outcome, outcomes) => {
  const facts = { kind: 'annual-report' as const, agencyId: null, year: null, version: null, findings: 0 };
  expect(outcomeOf(outcomes.map((each) => ({ ...facts, outcome: each })))).toBe(outcome);
});

describe('what an upload leaves undecided', () => {
  const sample = readFileSync('samples/neijiang-2020.txt', 'utf8');
  const title = '2020年内江市政府信息公开工作年度报告';

  async function undecidedOf(text: string, key = 'raw/report.txt', agency?: string) {
    const bytes = Buffer.from(text);
    const hints = agency === undefined ? {} : { agency };
    const records = await parseReport(bytes, hints);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const reading = { records, reasons: [], sha256, bytes: bytes.length, hints, fetchedAt: null };
    const notice = { bucket: 'b', key, versionId: null, sequencer: '0A', eventTime: '2026-01-01T00:00:00.000Z' };
    const { whole } = describeReading(notice, reading, fileReading(reading, notice, '1.0.0'));
    return whole.undecided;
  }

  it('is nothing of a report that is plainly an agency’s and a year’s, nor of what is no report', async () => {
    expect(await undecidedOf(sample)).toBeUndefined();
    expect(await undecidedOf('内江市教育局今日召开会议。'.repeat(20))).toBeUndefined();
  });

  it('is who of two that are named together', async () => {
    const joined = sample.replaceAll(title, '内江市财政局、国家税务总局内江市税务局2020年政府信息公开工作年度报告');
    const [only] = (await undecidedOf(joined)) ?? [];
    expect(only?.names).toEqual(expect.arrayContaining(['内江市财政局', '国家税务总局内江市税务局']));
    expect([only?.years, only?.reasons.map(({ code }) => code)]).toEqual([[2020], ['identity.agency']]);
  });

  it('is which of two years', async () => {
    const [only] = (await undecidedOf(sample.replaceAll(title, title.replace('2020', '2021')))) ?? [];
    expect(only?.years).toEqual([2021, 2020]);
    expect(new Set(only?.reasons.map(({ code }) => code))).toEqual(new Set(['identity.year']));
  });

  it('is whatever was read in no file, by its name, its sender and its own title', async () => {
    const text = `${title}\n政府信息公开工作情况另行公布。`;
    expect(await undecidedOf(text, 'raw/内江市2020.html', '内江市人民政府')).toMatchObject([
      {
        names: ['raw/内江市2020.html', '内江市人民政府', title],
        years: [],
        reasons: [{ code: 'report-not-recognised' }],
      },
    ]);
  });

  it('is whose, of what names nobody', async () => {
    const text = '政府信息公开工作情况另行公布。';
    expect(await undecidedOf(text, 'raw/scan01.pdf')).toMatchObject([
      { names: [], years: [], reasons: [{ code: 'report-not-recognised' }] },
    ]);
  });
});
