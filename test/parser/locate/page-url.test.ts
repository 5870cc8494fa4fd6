import { expect, it } from 'vitest';
import { pageUrlOf } from '../../../parser/locate/page-url.ts';
import { parseReport } from '../../../parser/parse-report.ts';

const paragraphs = (...texts: string[]) =>
  texts.map((text) => ({ kind: 'paragraph' as const, text, line: 1, offset: 0 }));

it.each([
  [
    ['标题：年报', '原文链接：https://www.neijiang.gov.cn/a.html?id=1&p=2'],
    'https://www.neijiang.gov.cn/a.html?id=1&p=2',
  ],
  [['标题：年报 原文地址: http://example.cn/年报 栏目：年报'], 'http://example.cn/'],
  [['原文链接：http://example.cn/1', '原文链接：http://example.cn/1'], 'http://example.cn/1'],
  [['原文链接：http://example.cn/1', '原文链接：http://example.cn/2'], null],
  [['原文链接：暂无', '详见 http://example.cn/1'], null],
  [['原文链接：http://'], null],
])('%j is of the page %s', (texts, url) => {
  expect(pageUrlOf(paragraphs(...texts))).toBe(url);
});

it('is in the record of the report', async () => {
  const text =
    '标题：某县教育局2020年政府信息公开工作年度报告\n原文链接：http://example.cn/1.html\n==== 正文 ====\n一、总体情况\n本年度收到申请2件。';
  const [record] = await parseReport(Buffer.from(text));
  expect(record?.source.pageUrl).toBe('http://example.cn/1.html');
});
