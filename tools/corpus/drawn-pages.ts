import { type PageStyle, renderFodt } from '../../test/support/render-fodt.ts';
import { renderPage } from '../../test/support/render-page.ts';
import { type ConvertedCase, caseOf } from './case.ts';
import { unrecognised } from './expected.ts';
import { type Conversion, convert } from './office.ts';
import { bureau2020, county2022, type Original } from './originals.ts';
import { picturePdf } from './picture-pdf.ts';

const drawnToPdf: Conversion = { from: 'fodt', to: 'pdf:writer_pdf_Export' };
const pageToPdf: Conversion = { from: 'html', open: 'HTML (StarWriter)', to: 'pdf:writer_pdf_Export' };
const password =
  '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}';
const drawnToLockedPdf: Conversion = { from: 'fodt', to: `pdf:writer_pdf_Export:${password}` };

const usual: PageStyle = {
  ruled: true,
  landscape: false,
  repeatHeadings: true,
  align: 'middle',
  vertical: false,
  fontSize: 10.5,
  pageNumber: ['- ', ' -'],
};

function drawn(original: Original, name: string, how: string, style: Partial<PageStyle>): ConvertedCase {
  return caseOf(original, [`${name}-pdf`, 'pdf'], `printed by LibreOffice ${how}`, () =>
    convert(renderFodt(original.report, original.texts, { ...usual, ...style }), drawnToPdf),
  );
}

/** Reports as PDF, in the ways that offices print them. */
export const drawnPages: readonly ConvertedCase[] = [
  drawn(county2022, 'county-2022-ruled', 'with drawn tables over pages, headings repeated', {}),
  drawn(county2022, 'county-2022-landscape', 'across, headings one character a line', {
    landscape: true,
    vertical: true,
  }),
  drawn(county2022, 'county-2022-aligned', 'with tables that are only aligned', {
    ruled: false,
    pageNumber: ['— ', ' —'],
  }),
  drawn(county2022, 'county-2022-large', 'in large type, labels cut by the ends of pages', {
    fontSize: 14,
    repeatHeadings: false,
    align: 'top',
  }),
  drawn(bureau2020, 'bureau-2020-vertical', 'with labels of groups one character a line', {
    vertical: true,
    pageNumber: ['第 ', ' 页'],
  }),
  drawn(bureau2020, 'bureau-2020-aligned', 'across, with tables that are only aligned', {
    ruled: false,
    landscape: true,
    align: 'top',
    fontSize: 9,
  }),
  drawn(bureau2020, 'bureau-2020-plain', 'without page numbers, in small type', { fontSize: 8, pageNumber: null }),
  caseOf(bureau2020, ['bureau-2020-page-pdf', 'pdf'], 'a web page, printed by LibreOffice', () =>
    convert(renderPage(bureau2020.report, bureau2020.texts), pageToPdf),
  ),
  {
    name: 'scanned-pdf',
    source: 'source.pdf',
    origin: 'A page that is a picture, with nothing but a page number as text.',
    content: picturePdf,
    expected: () => unrecognised('scanned'),
  },
  {
    name: 'locked-pdf',
    source: 'source.pdf',
    origin: 'A report with invented figures, printed by LibreOffice with a password.',
    content: () => convert(renderFodt(bureau2020.report, bureau2020.texts, usual), drawnToLockedPdf),
    expected: () => unrecognised('encrypted'),
  },
];
