import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

async function reasonFor(text: string) {
  const [record, ...more] = await parseReport(Buffer.from(text));
  expect(more).toEqual([]);
  expect(record?.outcome).toBe('rejected');
  return record?.reasons[0];
}

describe('a file in which no report was recognised', () => {
  it('is said to hold none where it never speaks of disclosure', async () => {
    expect(await reasonFor('关于召开年度工作会议的通知\n各科室:\n会议定于周五召开。')).toMatchObject({
      code: 'no-report',
    });
  });

  it('is said to lack what was not found where it does', async () => {
    const reason = await reasonFor('政府信息公开指南\n一、公开范围\n本机关主动公开政府信息的范围见目录。');
    expect(reason?.code).toBe('report-not-recognised');
    expect(reason?.message.zh).toMatch(/缺少:.*年度报告标题.*法定表格\(至少2个\)/);
    expect(reason?.message.en).toMatch(/missing: .*the title of an annual report.*statutory tables \(at least 2\)/);
    expect(reason?.message.zh).not.toContain('没有政府信息公开工作年度报告');
  });

  it('names what was found of one', async () => {
    const reason = await reasonFor('2020年内江市政府信息公开工作年度报告\n一、总体情况\n略。');
    expect(reason?.message.zh).toMatch(/找到:标题“2020年内江市政府信息公开工作年度报告”/);
    expect(reason?.message.en).toMatch(/Found: the title .*; missing: statutory tables/);
  });
});
