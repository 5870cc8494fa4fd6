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
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    ...contents.flatMap((stream, index) => [page(firstPage + 2 * index + 1), stream]),
  ];
  return Buffer.from(file(objects));
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
