import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import { labelledYear } from '../../../parser/tables/labelled-years.ts';

const page = readFileSync('test/corpus/county-2022-html/source.html', 'utf8');
const licensing = /<tr><td>信息内容<\/td><td colspan="3">本年处理决定数量<\/td><\/tr>\s*<tr><td>行政许可.*?<\/tr>/s;

/** The report of 2022 with its table 二 or 四 changed, and what became of a cell. */
async function cellOf(
  text: string,
  [table, row, column]: readonly ['proactiveDisclosure' | 'reviewAndLitigation', string, string],
) {
  expect(text).not.toBe(page);
  const [record] = await parseReport(Buffer.from(text));
  const rules = record?.findings.map(({ rule }) => rule) ?? [];
  return { record, rules, value: record?.tables[table]?.[row]?.[column as 'decisions']?.value };
}

const decisions = ['proactiveDisclosure', 'licensing', 'decisions'] as const;
const headed = (first: string, then: string) =>
  page.replace(
    licensing,
    `<tr><td>信息内容</td><td>${first}</td><td colspan="2">${then}</td></tr><tr><td>行政许可</td><td>111</td><td colspan="2">222</td></tr>`,
  );

describe('of columns of two years', () => {
  it.each([
    ['上年处理决定数量', '本年处理决定数量', 222],
    ['本年处理决定数量', '上年处理决定数量', 111],
    ['上年处理决定数量', '今年处理决定数量', 222],
    ['增减', '本年处理决定数量', 222],
    ['本年处理决定数量', '同比增减', 111],
  ])('%s and %s the report’s is taken', async (first, then, value) => {
    const { record, ...found } = await cellOf(headed(first, then), decisions);
    expect(record).toMatchObject({ outcome: 'published', complete: true });
    expect(found).toMatchObject({ value });
  });

  it.each([
    ['上年', '本年'],
    ['去年', '今年'],
    ['2021年', '2022年'],
    ['2022年', '2021年'],
    ['2021', '2022'],
  ])('%s and %s, which the form does not name, none is', async (first, then) => {
    const { record } = await cellOf(headed(first, then), decisions);
    expect(record).toMatchObject({ outcome: 'held', complete: false });
  });

  it('below one heading none is', async () => {
    const years =
      '<tr><td rowspan="2">信息内容</td><td colspan="3">本年处理决定数量</td></tr><tr><td>2021年</td><td colspan="2">2022年</td></tr><tr><td>行政许可</td><td>111</td><td colspan="2">222</td></tr>';
    const { record, rules } = await cellOf(page.replace(licensing, years), decisions);
    expect(record).toMatchObject({ outcome: 'held', complete: false });
    expect(rules).toContain('tables.not-own');
  });
});

describe('figures under a label of another year alone', () => {
  it.each(['上年处理决定数量', '2021年处理决定数量', '去年处理决定数量'])(
    '%s are not the report’s',
    async (heading) => {
      const { record, rules } = await cellOf(page.replace('本年处理决定数量', heading), decisions);
      expect(record).toMatchObject({ outcome: 'held', complete: false });
      expect(rules).toContain('tables.not-own');
    },
  );

  it('are not in a row either, and are under the report’s own', async () => {
    const inRow = (label: string) =>
      page
        .replace('<tr><td colspan="5">行政复议</td>', '<tr><td rowspan="3">年度</td><td colspan="5">行政复议</td>')
        .replace('<tr><td>3</td><td>1</td>', `<tr><td>${label}</td><td>3</td><td>1</td>`);
    const cell = ['reviewAndLitigation', 'reconsideration', 'upheld'] as const;
    expect((await cellOf(inRow('2021年'), cell)).rules).toContain('tables.not-own');
    const { record, value } = await cellOf(inRow('2022年'), cell);
    expect(record).toMatchObject({ outcome: 'published', complete: true });
    expect(value).toBe(3);
  });

  it('a figure that looks like a year is none', async () => {
    const [record] = await parseReport(Buffer.from(headed('本年处理决定数量', '备注').replace('111', '2041')));
    expect(record?.tables.proactiveDisclosure?.licensing?.decisions?.value).toBe(2041);
    expect(record?.findings.map(({ rule }) => rule)).not.toContain('tables.not-own');
  });

  it('the form’s own labels of years are no such', async () => {
    for (const name of ['neijiang-2020', 'yingkou-2020', 'qingzhen-2020']) {
      const [record] = await parseReport(readFileSync(`samples/${name}.txt`));
      expect(record?.findings.map(({ rule }) => rule)).not.toContain('tables.not-own');
    }
  });
});

describe('a label tells a year', () => {
  it.each([
    ['上年度处理决定数量', 'other'],
    ['上年同期数', 'other'],
    ['本年合计', 'own'],
    ['2021年度数量', 2021],
    ['2021处理决定数量', 2021],
    ['2021年', 2021],
    ['2021', null],
    ['较上年增减', 'change'],
    ['上年结转政府信息公开申请数量', null],
    ['本年度办理结果', null],
    ['2021年1月', null],
    ['增值税', null],
  ])('%s: %s', (label, year) => {
    expect(labelledYear(label)).toBe(year);
  });
});
