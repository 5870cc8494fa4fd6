import { Converter } from 'opencc-js';
import { encodeBig5 } from '../../test/support/big5.ts';
import { encodeGb18030 } from '../../test/support/gb18030.ts';
import { htmlLayouts, type TableMarkup } from '../../test/support/html-layouts.ts';
import { reportParts } from '../../test/support/render-page.ts';
import { type ConvertedCase, caseOf } from './case.ts';
import { expectedOf, unrecognised } from './expected.ts';
import { bureau2020, county2022, type Original } from './originals.ts';

const traditional = Converter({ from: 'cn', to: 'tw' });

/** A report's lines and tables, each line in the markup of a content system's editor. */
function body({ report, texts }: Original, table: TableMarkup, line: (text: string) => string): string {
  return reportParts(report, texts)
    .map((part) => (typeof part === 'string' ? line(part) : table(part)))
    .join('\n');
}

const plainLine = (text: string) => `<p>${text}</p>`;

/** Layouts by the words they are known by in the tests of pages. */
function layout(name: string): TableMarkup {
  const found = htmlLayouts[name];
  if (found === undefined) throw new RangeError(`no layout called ${name}`);
  return found;
}

/** Word's markup pasted into an editor: unquoted attributes, capitals, styles over lines, conditional comments. */
function pastedFromWord(original: Original): string {
  const line = (text: string) =>
    `<P class=MsoNormal style="TEXT-INDENT: 32pt; mso-char-indent-count:\n2.0"><SPAN style='FONT-FAMILY: 仿宋'>${text.slice(0, 1)}</SPAN><SPAN lang=EN-US>${text.slice(1)}<o:p></o:p></SPAN></P>`;
  const conditional = '<!--[if gte mso 9]><xml><w:WordDocument>规章 99</w:WordDocument></xml><![endif]-->';
  const text = body(original, layout('labels in many elements and paragraphs'), line);
  return `<HTML><HEAD><META content="text/html; charset=utf-8" http-equiv=Content-Type><TITLE>政府信息公开年报</TITLE></HEAD>
<BODY><TABLE width=1000 align=center><TR><TD class=left><A href="/zfxxgk/">政府信息公开</A><BR>年报</TD>
<TD><TABLE class=meta><TR><TD>索 引 号:</TD><TD>000014349/2023-00012</TD></TR><TR><TD>发布机构:</TD><TD>政府办公室</TD></TR></TABLE>
<DIV class=TRS_Editor>${conditional}${text}</DIV></TD></TR></TABLE></BODY></HTML>\n`;
}

/** The tables a container higher than the text, no cell merged downwards, under a label of the wrong encoding. */
function inContentElement(original: Original): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>年报</title></head><body>
<div class="bt">当前位置:<a href="/">首页</a>&gt;<a href="/zwgk">政务公开</a></div>
<table class="meta"><tr><td>名称</td><td>年度报告</td></tr><tr><td>文号</td><td>无</td></tr><tr><td>公开日期</td><td>2021-01-22</td></tr></table>
<ucapcontent>${body(original, layout('empty cells where the form merges downwards'), (text) => `<div><span style="display:block">${text}&nbsp;&nbsp;&nbsp;</span></div>`)}</ucapcontent>
<div>相关链接:</div><ul><li><a href="/1.html">往年年报</a></li></ul></body></html>\n`;
}

/** Content that the page's script puts in place, kept in a text of JSON. */
function inScript(original: Original): string {
  const markup = body(original, layout('values two columns wide under headings of one'), plainLine);
  const content = JSON.stringify(markup).replaceAll('/', '\\/').replaceAll('年', '\\u5e74');
  return `<!DOCTYPE html><html><head><title>信息公开</title><script src="/app.js"></script></head>
<body><div id="app"></div><noscript>请启用脚本</noscript>
<script>window.detail = {"id": 12, "title": "年报", "content": ${content}};</script></body></html>\n`;
}

/** Content that a field holds for the editor's script, its markup escaped. */
function inField(original: Original): string {
  const markup = body(original, layout('the merged cells of the form'), plainLine);
  const escaped = markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!DOCTYPE html><html><head><title>信息公开</title></head><body><div id="content">正在加载</div>
<textarea id="body" style="display:none">${escaped}</textarea></body></html>\n`;
}

/** Years in tabs, of which the first is open and holds a link only; what a style hides is the report. */
function inHiddenTab(original: Original): string {
  const markup = body(original, layout('digits in elements of their own'), plainLine);
  return `<!DOCTYPE html><html><head><title>年度报告</title><style>.pane{display:none}.pane.on{display:block}</style></head>
<body><ul class="tabs"><li class="on">最新</li><li>${original.report.year}年</li></ul>
<div class="pane on"><p>请选择年份查看。</p></div><div class="pane">${markup}</div></body></html>\n`;
}

/** Tables of boxes, a copy of whose figures is hidden. */
function inBoxes(original: Original): string {
  const decoy = '<div class="none"><p>规章 9 9 9</p></div>';
  return `<!DOCTYPE html><html><head><title>年报</title><style>.none { display: none; }</style></head>
<body><div class="main">${decoy}${body(original, layout('boxes of one class'), plainLine)}</div></body></html>\n`;
}

/** A page that offers the report as a file. */
const linkOnly = `<!DOCTYPE html><html><head><title>鞍山市教育局2020年政府信息公开工作年度报告</title></head>
<body><div class="nav"><a href="/">首页</a> <a href="/about.pdf">网站使用帮助</a></div><h1>鞍山市教育局2020年政府信息公开工作年度报告</h1>
<p>发布时间:2021-01-20</p><p>附件:<a href="./P020210120.docx">鞍山市教育局2020年政府信息公开工作年度报告.docx</a></p></body></html>\n`;

function page(
  original: Original,
  name: string,
  how: string,
  content: (original: Original) => string | Uint8Array,
): ConvertedCase {
  return caseOf(original, [`${name}-page`, 'html'], how, () => content(original));
}

function bigFive(original: Original): Uint8Array {
  const text = traditional(body(original, layout('the merged cells of the form'), plainLine));
  return encodeBig5(`<html><head><title>年報</title></head><body>${text}</body></html>\n`);
}

/** What comes out of a page in traditional characters: the same figures, and the text as printed. */
function expectedTraditional(original: Original): object {
  const sections = original.report.form.sections.map(({ key, ordinal, headings }) => ({
    key,
    ordinal,
    heading: traditional(headings[0]),
  }));
  return { ...expectedOf(original), sections, source: { encoding: 'big5' } };
}

/** Reports as pages, written by hand in the shapes of the content systems that publish them. */
export const publishedPages: readonly ConvertedCase[] = [
  page(county2022, 'county-2022-pasted', 'pasted from Word into an editor', pastedFromWord),
  page(bureau2020, 'bureau-2020-mislabelled', 'in GB18030 labelled UTF-8, no cell merged downwards', (original) =>
    encodeGb18030(inContentElement(original)),
  ),
  page(county2022, 'county-2022-script', 'kept in a script of the page', inScript),
  page(bureau2020, 'bureau-2020-field', 'kept in a field of the page', inField),
  page(county2022, 'county-2022-tab', 'in a tab that a style hides', inHiddenTab),
  page(bureau2020, 'bureau-2020-boxes', 'with tables of boxes and a hidden copy', inBoxes),
  page(
    county2022,
    'county-2022-pieces',
    'each table cut into several',
    (original) => `<html><body>${body(original, layout('a table for each few rows'), plainLine)}</body></html>\n`,
  ),
  {
    ...page(county2022, 'county-2022-big5', 'in traditional characters and Big5 without a label', bigFive),
    expected: () => expectedTraditional(county2022),
  },
  {
    name: 'attachment-only-page',
    source: 'source.html',
    origin: 'A page that only links to the file of a report.',
    content: () => linkOnly,
    expected: () => ({
      ...unrecognised('attachment-only'),
      reasons: [{ code: 'attachment-only', detail: './P020210120.docx' }],
    }),
  },
];
