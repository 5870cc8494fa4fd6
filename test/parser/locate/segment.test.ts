import { describe, expect, it } from 'vitest';
import { segmentReport } from '../../../parser/locate/segment.ts';
import type { Block } from '../../../parser/read/document.ts';

const heading = '一、总体情况';
const narrative = '全年主动公开政府信息12条。';

/** The parts of a page whose one heading stands in its third line. */
function parted(...below: readonly string[]) {
  const lines = ['内江市教育局2021年政府信息公开工作年度报告', '现将2021年情况公布如下:', heading, ...below];
  const blocks = lines.map((text, index): Block => ({ kind: 'paragraph', text, line: index + 1, offset: 0 }));
  const headings = [{ block: 2, ordinal: 1, text: heading, rest: '' }];
  const report = segmentReport({ headings, start: 0, end: blocks.length }, blocks, {
    first: 2,
    tableBlocks: new Set(),
  });
  const texts = report.sections.map((section) => section.blocks.map((index) => lines[index]));
  return { preamble: report.preamble.map(({ text }) => text), texts, signature: report.signature };
}

const date = '2022年1月20日';

describe('a report of one section', () => {
  it('has its opening sentence before it, and no title', () => {
    expect(parted(narrative)).toEqual({ preamble: ['现将2021年情况公布如下:'], texts: [[narrative]], signature: [] });
  });

  it.each([
    ['a date', [date]],
    ['a name and a date', ['内江市教育局', date]],
    ['two names and a date', ['内江市人民政府办公室', '内江市教育局', date]],
  ])('is signed by %s', (_, lines) => {
    expect(parted(narrative, ...lines)).toMatchObject({ texts: [[narrative]], signature: lines });
  });

  it('is signed by no more than two names, and by nothing that is as short or as long as none', () => {
    const [one, two, three] = ['内江市人民政府', '内江市政务公开办公室', '内江市教育局'];
    expect(parted(one, two, three, date)).toMatchObject({ texts: [[one]], signature: [two, three, date] });
    expect(parted('教育局', date)).toMatchObject({ texts: [['教育局']], signature: [date] });
    const [longest, longer] = [40, 41].map((length) => '局'.repeat(length));
    expect(parted(`${longest}`, date)).toMatchObject({ texts: [[]], signature: [longest, date] });
    expect(parted(`${longer}`, date)).toMatchObject({ texts: [[longer]], signature: [date] });
  });

  it('is signed by name and day on one line, and by no other words before a day', () => {
    expect(parted(narrative, `镇远县教育局 ${date}`)).toMatchObject({
      texts: [[narrative]],
      signature: ['镇远县教育局', date],
    });
    const period = `统计截止日期 ${date}`;
    expect(parted(narrative, period)).toMatchObject({ texts: [[narrative, period]], signature: [] });
  });

  it('is signed by a name without a date where that is its last line, which stays in its text', () => {
    expect(parted(narrative, '大方县教育局')).toEqual({
      preamble: ['现将2021年情况公布如下:'],
      texts: [[narrative, '大方县教育局']],
      signature: ['大方县教育局'],
    });
    expect(parted('大方县教育局', narrative)).toMatchObject({ signature: [] });
    expect(parted(narrative, '主办:大方县教育局')).toMatchObject({ signature: [] });
  });

  it('ends where the site’s own lines begin', () => {
    expect(parted(narrative, '内江市教育局', date, '上一篇:通知', '2022年2月1日')).toMatchObject({
      texts: [[narrative]],
      signature: ['内江市教育局', date],
    });
  });
});
