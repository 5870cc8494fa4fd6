import { readFileSync } from 'node:fs';
import { encodeGb18030 } from '../../test/support/gb18030.ts';
import { renderDocx } from '../../test/support/render-docx.ts';
import { type PageStyle, renderFodt } from '../../test/support/render-fodt.ts';
import { renderPage } from '../../test/support/render-page.ts';
import { writeZip } from '../../test/support/write-zip.ts';
import { beginningCases } from './beginnings.ts';
import { type ConvertedCase, caseOf } from './case.ts';
import { drawnPages } from './drawn-pages.ts';
import { expectedOf, tablesAlone, unrecognised } from './expected.ts';
import { renderMarkdown } from './markdown.ts';
import { conversions, convert } from './office.ts';
import { openFormats } from './open-formats.ts';
import { bureau2020, county2022, type Original } from './originals.ts';
import { publishedPages } from './published-pages.ts';
import { savePage } from './saved-page.ts';
import { renderText } from './text.ts';

const invented = 'A report with invented figures';
const pageOf = ({ report, texts }: Original) => renderPage(report, texts);

const drawn: PageStyle = {
  ruled: true,
  landscape: false,
  repeatHeadings: true,
  align: 'middle',
  vertical: true,
  fontSize: 10,
  pageNumber: ['— ', ' —'],
};
const drawnOf = ({ report, texts }: Original) => renderFodt(report, texts, drawn);

const written = { numbered: true, boxed: [1, 2], edited: true };
const writtenOf = ({ report, texts }: Original) => renderDocx(report, texts, written);

/** A page of the tables alone, without a line of text. */
function bareTables(original: Original): string {
  return pageOf(original).replace(/<p>[^<]*<\/p>/g, '');
}

function sample(name: string): string {
  return readFileSync(`samples/${name}.txt`, 'utf8');
}

function expectedOfSample(name: string): object {
  return JSON.parse(readFileSync(`test/corpus/${name}/expected.json`, 'utf8'));
}

/** A sample in another format: what comes out is what comes out of the sample. */
function ofSample(name: string, extension: 'docx' | 'doc'): ConvertedCase {
  const conversion = extension === 'doc' ? conversions.textToDoc : conversions.textToDocx;
  return {
    name: `${name}-${extension}`,
    source: `source.${extension}`,
    origin: `samples/${name}.txt, converted by LibreOffice.`,
    content: () => convert(sample(name), conversion),
    expected: () => expectedOfSample(name),
  };
}

export const convertedCases: readonly ConvertedCase[] = [
  caseOf(county2022, ['county-2022-html', 'html'], 'as a page with the merged cells of the form', () =>
    pageOf(county2022),
  ),
  caseOf(county2022, ['county-2022-text', 'txt'], 'as text, cells parted by pipes', () => renderText(county2022)),
  caseOf(county2022, ['county-2022-markdown', 'md'], 'as converters write Markdown', () => renderMarkdown(county2022)),
  caseOf(county2022, ['county-2022-docx', 'docx'], 'converted from the page by LibreOffice', () =>
    convert(pageOf(county2022), conversions.pageToDocx),
  ),
  caseOf(county2022, ['county-2022-doc', 'doc'], 'converted from the page by LibreOffice', () =>
    convert(pageOf(county2022), conversions.pageToDoc),
  ),
  caseOf(county2022, ['county-2022-xlsx', 'xlsx'], 'on one sheet, converted from the page by LibreOffice', () =>
    convert(pageOf(county2022), conversions.pageToXlsx),
  ),
  caseOf(county2022, ['county-2022-xls', 'xls'], 'on one sheet, converted from the page by LibreOffice', () =>
    convert(pageOf(county2022), conversions.pageToXls),
  ),
  caseOf(county2022, ['county-2022-mhtml', 'mht'], 'as a page in GBK saved in one file, bytes quoted', () =>
    savePage(encodeGb18030(renderPage(county2022.report, county2022.texts, 'gb2312'))),
  ),
  caseOf(
    county2022,
    ['county-2022-written-docx', 'docx'],
    'as WPS writes: two tables in text boxes, numbers counted by the program, tracked changes, hidden text',
    () => writtenOf(county2022),
  ),
  caseOf(
    county2022,
    ['county-2022-written-doc', 'doc'],
    'with text boxes and automatic numbers, saved by LibreOffice',
    () => convert(writtenOf(county2022), conversions.docxToDoc),
  ),
  caseOf(
    county2022,
    ['county-2022-written-saved-docx', 'docx'],
    'with text boxes and automatic numbers, saved by LibreOffice',
    () => convert(writtenOf(county2022), conversions.docxToDocx),
  ),
  caseOf(
    bureau2020,
    ['bureau-2020-drawn-docx', 'docx'],
    'with headings one character a line, saved by LibreOffice',
    () => convert(drawnOf(bureau2020), conversions.drawnToDocx),
  ),
  caseOf(bureau2020, ['bureau-2020-drawn-doc', 'doc'], 'with headings one character a line, saved by LibreOffice', () =>
    convert(drawnOf(bureau2020), conversions.drawnToDoc),
  ),
  caseOf(bureau2020, ['bureau-2020-xlsx', 'xlsx'], 'on one sheet, converted from the page by LibreOffice', () =>
    convert(pageOf(bureau2020), conversions.pageToXlsx),
  ),
  ...openFormats,
  {
    name: 'bureau-2020-tables-alone-xlsx',
    source: 'source.xlsx',
    origin: `${invented}: its tables alone on a sheet, converted by LibreOffice.`,
    content: () => convert(bareTables(bureau2020), conversions.pageToXlsx),
    expected: () => tablesAlone(bureau2020),
  },
  {
    name: 'two-reports-zip',
    source: 'source.zip',
    origin:
      'Two reports with invented figures and a letter in one archive; names in GBK, as Chinese Windows packs them.',
    content: () =>
      writeZip([
        { name: encodeGb18030('年报/习水县2022年.html'), content: pageOf(county2022) },
        { name: encodeGb18030('年报/鞍山市教育局2020年.docx'), content: writtenOf(bureau2020) },
        { name: '__MACOSX/._report.html', content: 'not a document' },
        { name: 'letter.txt', content: '请查收附件。' },
      ]),
    expected: () => [
      { ...expectedOf(county2022), source: { mediaType: 'text/html', member: '年报/习水县2022年.html' } },
      { ...expectedOf(bureau2020), source: { encoding: null, member: '年报/鞍山市教育局2020年.docx' } },
      { ...unrecognised('no-report'), source: { mediaType: 'text/plain', member: 'letter.txt' } },
    ],
  },
  ofSample('neijiang-2020', 'docx'),
  ofSample('qingzhen-2020', 'doc'),
  ofSample('yaan-2021-work-plan', 'docx'),
  ...drawnPages,
  ...publishedPages,
  ...beginningCases,
];
