import { expect, it } from 'vitest';
import { linkedDocuments } from '../../../../parser/read/html/read-html.ts';

const page = new URL('https://a.cn/2021/t1.html');

it.each([
  ['<a href="a.doc">x</a><a href="/b.DOCX">x</a><a href="c.pdf?v=1">x</a>', ['2021/a.doc', 'b.DOCX', '2021/c.pdf?v=1']],
  ['<a href="a.xls">x</a><a href="a.xlsx">x</a><a href="a.wps#1">x</a>', ['2021/a.xls', '2021/a.xlsx', '2021/a.wps']],
  ['<a href="/d?id=1">附件：2021年度报告.docx</a><a href="/d?id=2" title="年报.pdf">下载</a>', ['d?id=1', 'd?id=2']],
  [
    '<iframe src="/v?file=a.pdf"></iframe><embed src="b.pdf"><object data="c.pdf"></object>',
    ['v?file=a.pdf', '2021/b.pdf', '2021/c.pdf'],
  ],
  ['<a href=" a.pdf ">x</a><a href="a.pdf#page=2">y</a>', ['2021/a.pdf']],
  ['<head><base href="/files/"></head><a href="a.pdf">x</a>', ['files/a.pdf']],
  ['<base href="http://["><a href="a.pdf">x</a>', ['2021/a.pdf']],
  ['<a href="a.html">docx</a><a href="a.jpg">x</a><a href="a.pdfx">x</a><a>a.pdf</a><img src="a.pdf">a.pdf', []],
  ['<a href="file:///a.pdf">x</a><a href="javascript:open(1).pdf">x</a>', []],
])('%s links to %j', (html, addresses) => {
  expect(linkedDocuments(html, page).map(({ href }) => href)).toEqual(addresses.map((each) => `https://a.cn/${each}`));
});
