import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';

const text = readFileSync('samples/neijiang-2020.txt', 'utf8');

const read = async (changed: string) => {
  expect(changed).not.toBe(text);
  const [record] = await parseReport(Buffer.from(changed));
  return record;
};
const said = async (rule: string, changed: string) =>
  (await read(changed))?.findings.filter((finding) => finding.rule === rule) ?? [];

describe('figures among the tables that are no cell of the form', () => {
  it('are none in a report that keeps to the form', async () => {
    const [record] = await parseReport(Buffer.from(text));
    expect(record?.findings).toEqual([]);
  });

  it('are said where a department adds a row', async () => {
    const changed = text.replace(/\n(?=.*第二十条第\(五\)项)/, '\n其他主动公开文件 56 45 7\n');
    const found = await said('tables.added-figures', changed);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: { zh: expect.stringContaining('“其他主动公开文件”处的“56 45 7”') },
    });
    expect(await read(changed)).toMatchObject({ outcome: 'published', complete: true });
  });

  it('are not the numbers of the columns', async () => {
    const record = await read(text.replace(/\n(?=.*第二十条第\(五\)项)/, '\n栏次 1 2 3\n'));
    expect(record?.findings).toEqual([]);
  });

  it('hold the report where a row of the form is printed twice, and name its cells', async () => {
    const changed = text.replace(/\n(?=.*第二十条第\(五\)项)/, '\n规范性文件 9 8 7\n');
    const [found] = await said('tables.unplaced-figures', changed);
    expect(found?.cells).toEqual(
      ['produced', 'disclosed', 'inPublic'].map((column) => `proactiveDisclosure.normativeDocuments.${column}`),
    );
    expect(await read(changed)).toMatchObject({ outcome: 'held', complete: false });
  });
});

describe('rows of a newer edition whose labels are broken', () => {
  const page = readFileSync('test/corpus/county-2022-html/source.html', 'utf8').replace(
    /(1\.申请人无正当|2\.申请人逾期未按)(.*?)<\/tr>/gs,
    (_, label, rest) => `${label}${rest.replace(/\d+(?=<\/td>)/g, '0')}</tr>`,
  );
  const labels = [/1\.申请人无正当[^<]*/, /2\.申请人逾期未按[^<]*/];
  const recordWith = async (...texts: readonly string[]) => {
    const text = labels.reduce((printed, label, index) => printed.replace(label, texts[index] ?? ''), page);
    return (await parseReport(Buffer.from(text)))[0];
  };

  it.each([
    ['1.申请人无正', '2.申请人逾期'],
    ['开申请', '开申请'],
    ['', ''],
  ])('are not taken for rows that the agency adds: %s, %s', async (...texts) => {
    const record = await recordWith(...texts);
    expect(record).toMatchObject({ outcome: 'held', complete: false });
    expect(record?.findings.map(({ rule }) => rule)).toContain('tables.unplaced-figures');
  });

  it('are read where they print what they are', async () => {
    const record = await recordWith(
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    );
    expect(record?.complete).toBe(true);
    expect(record?.tables.applications?.form).toBe('2021');
    expect(record?.tables.applications?.['other.feeOverdue']?.total?.value).toBe(0);
  });
});
