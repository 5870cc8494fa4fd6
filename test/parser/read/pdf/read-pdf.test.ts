import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../../parser/parse-report.ts';
import { readPdf } from '../../../../parser/read/pdf/read-pdf.ts';
import { buildPdf } from '../../../support/build-pdf.ts';

const ruled = readFileSync('test/corpus/county-2022-ruled-pdf/source.pdf');
const sample = readFileSync('samples/gongjing-2018.txt', 'utf8').split('\n');

async function refusal(bytes: Uint8Array): Promise<string | undefined> {
  const [{ reason }] = await readPdf(bytes);
  return reason?.code;
}

describe('a PDF is refused with a code', () => {
  it('where it was cut, at whatever place', async () => {
    for (const share of [0.02, 0.5, 0.9, 0.999]) {
      expect(await refusal(ruled.subarray(0, Math.floor(ruled.length * share)))).toBe('damaged');
    }
  });

  it('where its objects are no PDF', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n'))).toBe('damaged');
  });

  it('where it needs a password', async () => {
    expect(await refusal(readFileSync('test/corpus/locked-pdf/source.pdf'))).toBe('encrypted');
  });

  it('where its pages are pictures', async () => {
    expect(await refusal(readFileSync('test/corpus/scanned-pdf/source.pdf'))).toBe('scanned');
  });

  it('where it has five thousand pages', async () => {
    const lines = Array.from({ length: 5000 * 53 }, () => '全市主动公开政府信息情况');
    expect(await refusal(buildPdf(lines))).toBe('too-many-pages');
  });
});

describe('a PDF with fonts that are not in the file', () => {
  it('is read by the encoding that it names', async () => {
    const [{ document }] = await readPdf(buildPdf(sample));
    const text = document?.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');
    expect(text).toContain('自贡市贡井区人民政府2018年度政府信息公开工作年度报告');
  });
});

describe('a report printed over pages', () => {
  it('has no page numbers and no headings printed again', async () => {
    const [{ document }] = await readPdf(ruled);
    const tables = document?.blocks.filter((block) => block.kind === 'table') ?? [];
    const paragraphs = document?.blocks.filter((block) => block.kind === 'paragraph') ?? [];
    expect(tables).toHaveLength(3);
    expect(paragraphs.filter(({ text }) => /^-/.test(text))).toEqual([]);
    const applicants = tables[1]?.rows.flat().filter(({ text }) => text === '自然人');
    expect(applicants).toHaveLength(1);
  });

  it('says of each cell on which page and where it stands', async () => {
    const [record] = await parseReport(ruled);
    const { applications } = record?.tables ?? {};
    expect(applications?.newlyReceived?.total?.place).toMatchObject({ table: 2, page: 1 });
    expect(applications?.carriedForward?.total?.place.page).toBe(3);
    const [first, last] = [applications?.granted?.naturalPerson, applications?.granted?.total].map(
      (cell) => cell?.place.box,
    );
    expect(first?.top).toBe(last?.top);
    expect(first?.left).toBeLessThan(last?.left ?? 0);
    expect(first?.width).toBeGreaterThan(10);
  });

  it('is the same record each time, and leaves the bytes as they are', async () => {
    const before = Buffer.from(ruled);
    const [one, other] = [await parseReport(ruled), await parseReport(ruled)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(Buffer.compare(before, ruled)).toBe(0);
  });
});
