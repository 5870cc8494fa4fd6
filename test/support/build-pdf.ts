/** Points from one line to the next, and from the edges of a page. */
const [leading, margin, pageHeight] = [14, 50, 842];
const linesOnPage = Math.floor((pageHeight - 2 * margin) / leading);

/**
 * A PDF of lines of Chinese text in a font that is not in the file, as many offices print them: whoever reads it must know
 * the encoding by its name (`UniGB-UCS2-H`; PDF 32000-1, 9.7.5.2).
 */
export function buildPdf(lines: readonly string[]): Buffer {
  const pages = Math.ceil(lines.length / linesOnPage);
  const contents = Array.from({ length: pages }, (_, page) =>
    content(lines.slice(page * linesOnPage, (page + 1) * linesOnPage)),
  );
  const firstPage = 5;
  const pageNumbers = contents.map((_, index) => firstPage + 2 * index);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    ...fontObjects,
    ...contents.flatMap((stream, index) => [page(firstPage + 2 * index + 1), stream]),
  ];
  return Buffer.from(file(objects));
}

/**
 * A PDF of one page with a table of one row, `规章` and what the given operators draw, its second cell from 200 to 300 and from 680 to
 * 700 points. They may use the font `/F` and `/Hidden`, optional content that is switched off.
 */
export function buildPdfWithCell(drawn: string): Buffer {
  const edges = [680, 700]
    .map((y) => `100 ${y} m 300 ${y} l S`)
    .concat([100, 200, 300].map((x) => `${x} 680 m ${x} 700 l S`));
  const words = `BT /F 10 Tf 50 780 Td <${hexOf('主动公开政府信息情况收到和处理政府信息公开申请情况')}> Tj ET BT /F 10 Tf 110 686 Td <${hexOf('规章')}> Tj ET`;
  const stream = `${edges.join('\n')}\n${words}\n${drawn}`;
  return Buffer.from(
    file([
      '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] /Order [7 0 R] >> >> >>',
      '<< /Type /Pages /Count 1 /Kids [5 0 R] >>',
      ...fontObjects,
      page(6).replace('/Resources <<', '/Resources << /Properties << /Hidden 7 0 R >>'),
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      '<< /Type /OCG /Name (Hidden) >>',
    ]),
  );
}

const fontObjects = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
];

/** Operators that set a text, for `buildPdfWithCell`. */
export function setText(text: string, x: number, size = 10): string {
  return `BT /F ${size} Tf ${x} 686 Td <${hexOf(text)}> Tj ET`;
}

function page(contentNumber: number): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${pageHeight}] /Resources << /Font << /F 3 0 R >> >> /Contents ${contentNumber} 0 R >>`;
}

function content(lines: readonly string[]): string {
  const shown = lines.map((line) => `<${hexOf(line)}> Tj T*`).join('\n');
  const stream = `BT /F 5 Tf ${leading} TL ${margin} ${pageHeight - margin} Td\n${shown}\nET`;
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function file(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
