import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../parser/read/document.ts';
import { readPage } from '../../../../parser/read/html/read-html.ts';

function texts(blocks: readonly Block[]) {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  );
}

const seen = (html: string) => texts(readPage(html).blocks);
const unseen = (html: string) => texts(readPage(html).unseen?.() ?? []);
const report = '一、总体情况 全年平稳。二、主动公开政府信息情况'.repeat(4);

describe('what a page shows', () => {
  it.each([
    ['an attribute', '<p hidden>假</p>'],
    ['a style in capitals', '<P STYLE="COLOR:red;DISPLAY : NONE">假</P>'],
    ['a style beyond the edge', '<p style="position:absolute;left:-9999px">假</p>'],
    ['a class of the page’s style sheet', '<style>p.x, .y { display:none }</style><p class="a y">假</p>'],
    ['an element around it', '<div style="visibility:hidden"><table><tr><td>假</td><td>1</td></tr></table></div>'],
    ['a conditional comment', '<!--[if gte mso 9]><p>假</p><![endif]-->'],
  ])('is without what is hidden by %s', (_, hidden) => {
    expect(seen(`${hidden}<p>真</p>`)).toEqual(['真']);
  });

  it('holds what a class hides on paper only, and what a more specific class shows', () => {
    const style = '<style>@media print {.a{display:none}} .tab{display:none} .tab.on{display:block}</style>';
    expect(seen(`${style}<p class="a">一</p><p class="tab on">二</p><p class="tab">三</p>`)).toEqual(['一', '二']);
  });

  it('holds text between the marks of conditions and of CDATA', () => {
    expect(seen('<![if !supportLists]><p>一</p><![endif]><![CDATA[<p>二</p>]]>')).toEqual(['一', '二']);
  });

  it('has no hidden row, cell or sound in its tables', () => {
    const rows =
      '<tr><td>规章</td><td style="display:none">9</td><td>1</td></tr><tr hidden><td>规章</td><td>9</td></tr>';
    expect(seen(`<table>${rows}<tr><td><ruby>數<rt>shù</rt></ruby></td><td>2</td></tr></table>`)).toEqual([
      [
        ['规章', '1'],
        ['數', '2'],
      ],
    ]);
  });
});

describe('tables in tables', () => {
  it('stand behind the row that holds them where they have rows of their own', () => {
    const inner = '<table><tr><td>(一)予以公开</td><td>4</td></tr><tr><td>(二)部分公开</td><td>5</td></tr></table>';
    const outer = `<tr><td>一</td><td>1</td></tr><tr><td>二</td><td>2</td></tr><tr><td>三</td><td>${inner}</td></tr><tr><td>四</td><td>3</td></tr>`;
    expect(seen(`<table>${outer}</table>`)).toEqual([
      [
        ['一', '1'],
        ['二', '2'],
        ['三', ''],
      ],
      [
        ['(一)予以公开', '4'],
        ['(二)部分公开', '5'],
      ],
      [['四', '3']],
    ]);
  });
});

describe('what a page keeps without showing it', () => {
  it.each([
    ['a hidden tab', `<div class="tab" style="display:none"><p>${report}</p></div>`],
    ['a field', `<textarea>&lt;p&gt;${report}&lt;/p&gt;</textarea>`],
    ['a hidden field', `<input type="hidden" value="&lt;p&gt;${report}&lt;/p&gt;">`],
    ['a template', `<template><p>${report}</p></template>`],
    ['a page for browsers without scripts', `<noscript><p>${report}</p></noscript>`],
    ['the page of a frame', `<iframe srcdoc="&lt;p&gt;${report}&lt;/p&gt;"></iframe>`],
    [
      'a text of its script',
      `<script>var a = 'it\\'s'; var html = "<p style=\\"color:red\\">${report}<\\/p>";</script>`,
    ],
    [
      'texts of its script put together',
      `<script>show("<p>${report.slice(0, 40)}" +\n '${report.slice(40)}</p>');</script>`,
    ],
    ['an answer in JSON', `{"code":0,"data":"{\\"content\\":\\"<p>${report}<\\\\/p>\\"}"}`],
  ])('is read where it is asked for: %s', (_, kept) => {
    expect(unseen(kept)).toEqual([report]);
  });
});

describe('the document that a page links to', () => {
  const title = '<title>鞍山市教育局2020年政府信息公开工作年度报告</title>';

  it('is the one named as a report', () => {
    const help = '<a href="/help.pdf">使用帮助</a>';
    expect(readPage(`${help}<a href="/d/1.docx">2020年政府信息公开工作年度报告</a>`).attachment).toBe('/d/1.docx');
  });

  it('is the first one where the page is titled as a report', () => {
    expect(readPage(`${title}<iframe src="/d/2.pdf?v=1"></iframe>`).attachment).toBe('/d/2.pdf?v=1');
  });

  it('is none on another page', () => {
    expect(readPage('<a href="/help.pdf">使用帮助</a>').attachment).toBeUndefined();
  });
});

describe('the selector of a cell', () => {
  it('begins at the nearest id that stands once, and counts as the page’s tree does', () => {
    const table = '<table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table>';
    const [, block] = readPage(`<div id="zoom"><p>一</p><div>${table}</div></div>`).blocks;
    const cell = block?.kind === 'table' ? block.rows[1]?.[1] : undefined;
    expect(cell?.at?.selector).toBe(
      '#zoom > div:nth-of-type(1) > table:nth-of-type(1) > tbody:nth-of-type(1) > tr:nth-of-type(2) > td:nth-of-type(2)',
    );
  });

  it('begins at the root where an id stands twice', () => {
    const [block] = readPage('<div id="a"></div><table id="a"><tr><td>规章</td><td>1</td></tr></table>').blocks;
    const cell = block?.kind === 'table' ? block.rows[0]?.[1] : undefined;
    expect(cell?.at?.selector).toMatch(/^html > body:nth-of-type\(1\) > table:nth-of-type\(1\) > /);
  });
});
