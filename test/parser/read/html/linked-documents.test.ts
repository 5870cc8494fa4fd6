import { expect, it } from 'vitest';
import { linkedDocuments } from '../../../../parser/read/html/read-html.ts';

it.each([
  ['<a href="a.doc">x</a><a href="/b.DOCX">x</a><a href="c.pdf?v=1">x</a>', ['a.doc', '/b.DOCX', 'c.pdf?v=1']],
  ['<a href="a.xls">x</a><a href="a.xlsx">x</a><a href="a.wps#1">x</a>', ['a.xls', 'a.xlsx', 'a.wps#1']],
  [
    '<a href="/down?id=1">附件：2021年度报告.docx</a><a href="/down?id=2" title="年报.pdf">下载</a>',
    ['/down?id=1', '/down?id=2'],
  ],
  [
    '<iframe src="/viewer?file=a.pdf"></iframe><embed src="b.pdf"><object data="c.pdf"></object>',
    ['/viewer?file=a.pdf', 'b.pdf', 'c.pdf'],
  ],
  ['<a href=" a.pdf ">x</a><a href="a.pdf">y</a>', ['a.pdf']],
  ['<a href="a.html">docx</a><a href="a.jpg">x</a><a href="a.pdfx">x</a><a>a.pdf</a><img src="a.pdf">a.pdf', []],
])('%s links to %j', (html, addresses) => {
  expect(linkedDocuments(html)).toEqual(addresses);
});
