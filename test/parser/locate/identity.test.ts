import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import type { ParseHints } from '../../../parser/records.ts';

const read = (sample: string) => readFileSync(`samples/${sample}.txt`, 'utf8');

async function parse(text: string, hints: ParseHints = {}) {
  const [record] = await parseReport(Buffer.from(text), hints);
  return record;
}

describe('the evidence of a record', () => {
  it('says that the title of Neijiang 2020 named its agency and year, and the page its date', async () => {
    expect((await parse(read('neijiang-2020')))?.evidence).toEqual({
      agency: 'title',
      agencyConfidence: 0.95,
      agencyNamings: [
        { from: 'title', words: '内江市' },
        { from: 'contact', words: '内江市人民政府' },
        { from: 'subject', words: '内江市' },
        { from: 'field', words: '市政府' },
      ],
      likelyDivisions: [],
      year: 'title',
      otherYears: [],
      publishedOn: 'document',
      provinceHint: null,
    });
  });

  it('says where only the sender gave the date', async () => {
    const record = await parse(read('yingkou-2020'), { publishedOn: '2021-03-31' });
    expect(record?.evidence.publishedOn).toBe('hint');
    expect(record?.publishedOn).toBe('2021-03-31');
  });

  it('keeps the other year of a title that contradicts the statistics period, which is a finding', async () => {
    const text = read('neijiang-2020').replaceAll(
      '2020年内江市政府信息公开工作年度报告',
      '2021年内江市政府信息公开工作年度报告',
    );
    const record = await parse(text);
    expect(record?.year).toBe(2021);
    expect(record?.evidence.otherYears).toEqual([2020]);
    expect(record?.findings.map(({ rule }) => rule)).toContain('identity.year');
  });

  it('doubts a report that another province’s stack received', async () => {
    const rules = async (provinceCode: string) =>
      (await parse(read('neijiang-2020'), { provinceCode }))?.findings.map(({ rule }) => rule);
    expect(await rules('51')).toEqual([]);
    expect(await rules('21')).toEqual(['identity.province']);
  });
});
