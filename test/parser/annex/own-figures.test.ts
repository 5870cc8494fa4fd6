import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';

const figures = [
  ['一、主动公开情况', '——', ''],
  ['(一)主动公开政府信息数', '条', '120'],
  ['其中:主动公开规范性文件数', '条', '7'],
  ['三、依申请公开情况', '——', ''],
  ['(一)收到申请数', '件', '12'],
  ['(二)申请办结数', '件', '12'],
  ['七、依申请公开信息收取的费用', '万元', '1.5'],
] as const;
const cells = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const sections =
  '<p>一、概述</p><p>2016年工作平稳。</p><p>二、主动公开政府信息情况</p><p>通过网站公开。</p><p>三、依申请公开政府信息情况</p><p>依法办理。</p><p>四、存在的主要问题和改进措施</p><p>深度还要加强。</p>';

/** A report of 2016 on the form of 2008 with an annex; figures of another column are its own and a thousand. */
async function annexOf(
  heads: readonly string[],
  row: (figure: string, other: string) => readonly string[],
  caption = '政府信息公开情况统计表',
) {
  const rows = figures.map(([label, unit, figure]) =>
    cells(label, unit, ...row(figure, figure === '' ? '' : String(1000 + Number(figure)))),
  );
  const table = `<table>${cells('统计指标', '单位', ...heads)}${rows.join('')}</table>`;
  const page = `<html><meta charset="utf-8"><body><p>达州市教育局2016年政府信息公开工作年度报告</p>${sections}<p>${caption}</p>${table}</body></html>`;
  const [record] = await parseReport(Buffer.from(page));
  const rules = record?.findings.map(({ rule }) => rule) ?? [];
  return { record, rules, values: record?.statistics.flatMap(({ cell: { value } }) => value ?? []) };
}

const own = [120, 7, 12, 12, 1.5];

describe('of two columns of an annex', () => {
  it.each(['本年', '今年', '2016年', '本年数', '统计数'])(
    '%s is read beside another year’s, before it and after it',
    async (head) => {
      for (const other of ['2015年', '上年', '去年数', '同比增减']) {
        const after = await annexOf([other, head], (figure, aside) => [aside, figure]);
        const before = await annexOf([head, other], (figure, aside) => [figure, aside]);
        for (const { record, values } of [after, before]) {
          expect(record).toMatchObject({ outcome: 'published', complete: true, form: '2008' });
          expect(values).toEqual(own);
        }
      }
    },
  );

  it.each([
    ['全县', '局机关'],
    ['数量', '数量'],
    ['2014年', '2015年'],
    ['上年', '增减'],
  ])('%s and %s none is known as the report’s, and none is blank', async (...heads) => {
    const { record, values } = await annexOf(heads, (figure, aside) => [figure, aside]);
    expect(record).toMatchObject({ outcome: 'held', complete: false });
    expect(values).toEqual([]);
    expect(record?.statistics.map(({ cell }) => cell.state)).not.toContain('blank');
  });
});

describe('an annex', () => {
  const captioned = (caption: string) => annexOf(['统计数'], (figure) => [figure], caption);

  it.each(['政府信息公开情况统计表(2015年度)', '政府信息公开情况统计表(样表)', '达州市公安局政府信息公开情况统计表'])(
    'whose caption is another’s holds the report: %s',
    async (caption) => {
      const { record, rules } = await captioned(caption);
      expect(record).toMatchObject({ outcome: 'held', complete: false });
      expect(rules).toContain('tables.not-own');
    },
  );

  it.each(['政府信息公开情况统计表', '政府信息公开情况统计表(2016年度)', '达州市教育局政府信息公开情况统计表'])(
    'whose caption is the report’s does not: %s',
    async (caption) => {
      const { record, values } = await captioned(caption);
      expect(record).toMatchObject({ outcome: 'published', complete: true });
      expect(values).toEqual(own);
    },
  );

  it.each(['-12', '12.5'])('with a count of %s holds the report', async (count) => {
    const { record, rules } = await annexOf(['统计数'], (figure) => [figure === '12' ? count : figure]);
    expect(record?.outcome).toBe('held');
    expect(rules).toContain('counts.whole');
  });

  it('with a negative fee does too', async () => {
    const { rules } = await annexOf(['统计数'], (figure) => [figure === '1.5' ? '-1.5' : figure]);
    expect(rules).toContain('counts.whole');
  });
});
