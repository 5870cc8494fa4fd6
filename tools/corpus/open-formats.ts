import { gzipSync } from 'node:zlib';
import { renderDocx } from '../../test/support/render-docx.ts';
import { renderPage } from '../../test/support/render-page.ts';
import { type ConvertedCase, caseOf } from './case.ts';
import { conversions, convert } from './office.ts';
import { bureau2020, county2022, type Original } from './originals.ts';

const pageOf = ({ report, texts }: Original) => renderPage(report, texts);
const writtenOf = ({ report, texts }: Original) =>
  renderDocx(report, texts, { numbered: true, boxed: [1, 2], edited: true });

/** Formats that come under the names of others: a sheet saved as a page and called XLS, a document in RTF called DOC. */
export const openFormats: readonly ConvertedCase[] = [
  caseOf(
    county2022,
    ['county-2022-written-rtf', 'doc'],
    'with text boxes and automatic numbers, saved as RTF by LibreOffice and named as a Word document',
    () => convert(writtenOf(county2022), conversions.docxToRtf),
  ),
  caseOf(bureau2020, ['bureau-2020-rtf', 'doc'], 'saved as RTF by LibreOffice and named as a Word document', () =>
    convert(writtenOf(bureau2020), conversions.docxToRtf),
  ),
  caseOf(
    county2022,
    ['county-2022-written-odt', 'odt'],
    'with text boxes, automatic numbers and hidden text, saved by LibreOffice',
    () => convert(writtenOf(county2022), conversions.docxToOdt),
  ),
  caseOf(bureau2020, ['bureau-2020-fodt', 'fodt'], 'in one file of OpenDocument XML, saved by LibreOffice', () =>
    convert(pageOf(bureau2020), conversions.pageToFodt),
  ),
  caseOf(bureau2020, ['bureau-2020-ods', 'ods'], 'on one sheet, saved by LibreOffice', () =>
    convert(pageOf(bureau2020), conversions.pageToOds),
  ),
  caseOf(
    county2022,
    ['county-2022-xml-workbook', 'xls'],
    'on one sheet in the XML of Excel 2003, saved by LibreOffice and named as a workbook',
    () => convert(pageOf(county2022), conversions.pageToXmlWorkbook),
  ),
  caseOf(
    bureau2020,
    ['bureau-2020-sheet-page', 'xls'],
    'on one sheet saved as a page by LibreOffice and named as a workbook: one table holds it all',
    () => convert(pageOf(bureau2020), conversions.pageToSheetPage),
  ),
  caseOf(county2022, ['county-2022-csv', 'xls'], 'on one sheet saved with commas and named as a workbook', () =>
    convert(pageOf(county2022), conversions.pageToCsv),
  ),
  caseOf(county2022, ['county-2022-packed-page', 'html'], 'as a page packed with gzip', () =>
    gzipSync(pageOf(county2022)),
  ),
];
