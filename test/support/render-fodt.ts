import type { GeneratedReport } from './render-report.ts';
import { type LaidCell, type LaidTable, layOut } from './statutory-layout.ts';

/** How a printed report looks. */
export interface PageStyle {
  /** Whether tables are drawn with lines, or only aligned. */
  readonly ruled: boolean;
  readonly landscape: boolean;
  /** Whether headings are printed again on every page a table goes over. */
  readonly repeatHeadings: boolean;
  /** Where figures stand beside a label of several lines. */
  readonly align: 'top' | 'middle';
  /** Whether labels of groups and review headings are set one character a line. */
  readonly vertical: boolean;
  /** Points. */
  readonly fontSize: number;
  /** Text printed at the foot of each page around its number, as `- 4 -`; null for none. */
  readonly pageNumber: readonly [before: string, after: string] | null;
}

/** What the report says between its tables, by section key. */
export type Texts = Readonly<Record<string, readonly string[]>>;

const numerals = ['一', '二', '三', '四', '五', '六'];

/** A report as a document of one XML file that office programs open and print: for making PDFs as agencies make them. */
export function renderFodt(report: GeneratedReport, texts: Texts, style: PageStyle): string {
  const body = report.form.sections.flatMap((section, index) => {
    const table = report.form.tables.find((candidate) => candidate.section === section.key);
    return [
      paragraph(`${numerals[index]}、${section.headings[0]}`, 'H'),
      ...(texts[section.key] ?? []).map((text) => paragraph(text, 'P')),
      ...(table === undefined ? [] : [tableXml(layOut(table, report.printed), table.key, style)]),
    ];
  });
  const title = paragraph(`${report.agency}${report.year}年政府信息公开工作年度报告`, 'T');
  const preamble = (texts.preamble ?? []).map((text) => paragraph(text, 'P'));
  return fodt([title, ...preamble, ...body].join('\n'), style);
}

function fodt(body: string, style: PageStyle): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="${style.fontSize}pt" style:font-size-asian="${style.fontSize}pt" style:font-name-asian="WenQuanYi Zen Hei" fo:font-family="WenQuanYi Zen Hei" style:font-family-asian="WenQuanYi Zen Hei" fo:country="CN" style:country-asian="CN" style:language-asian="zh"/></style:default-style></office:styles>
<office:automatic-styles>${styles(style)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="PL">${footer(style)}</style:master-page></office:master-styles>
<office:body><office:text>${body}</office:text></office:body>
</office:document>`;
}

function styles({ ruled, landscape, align, fontSize }: PageStyle): string {
  const [width, height] = landscape ? ['29.7cm', '21cm'] : ['21cm', '29.7cm'];
  const big = `fo:font-size="${fontSize * 1.6}pt" style:font-size-asian="${fontSize * 1.6}pt"`;
  return `<style:page-layout style:name="PL"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${landscape ? 'landscape' : 'portrait'}" fo:margin="2cm"/></style:page-layout>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.4cm"/><style:text-properties ${big}/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:text-indent="0.8cm" fo:margin-top="0.2cm"/><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-indent="0.8cm"/></style:style>
<style:style style:name="F" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="L" style:family="paragraph"><style:paragraph-properties fo:text-align="start"/></style:style>
<style:style style:name="wide" style:family="table"><style:table-properties table:align="margins"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" style:vertical-align="${align}" fo:border="${ruled ? '0.5pt solid #000000' : 'none'}"/></style:style>
${Object.values(columnWidths)
  .flat()
  .map(
    (share) =>
      `<style:style style:name="w${share}" style:family="table-column"><style:table-column-properties style:rel-column-width="${share}*"/></style:style>`,
  )
  .join('')}`;
}

function footer({ pageNumber }: PageStyle): string {
  if (pageNumber === null) return '';
  return `<style:footer><text:p text:style-name="F">${pageNumber[0]}<text:page-number/>${pageNumber[1]}</text:p></style:footer>`;
}

/** Relative widths of each table's columns. */
const columnWidths: Readonly<Record<string, readonly number[]>> = {
  proactiveDisclosure: [30, 20, 20, 20],
  applications: [10, 16, 34, 13, 13, 13, 13, 13, 13, 13],
  reviewAndLitigation: Array.from({ length: 15 }, () => 12),
};

function tableXml({ rows, columns, headingRows }: LaidTable, key: string, style: PageStyle): string {
  const widths = (columnWidths[key] ?? [])
    .map((share) => `<table:table-column table:style-name="w${share}"/>`)
    .join('');
  const taken: Set<number>[] = rows.map(() => new Set());
  const xml = rows.map(
    (row, index) => `<table:table-row>${rowXml(row, { index, columns, taken, style })}</table:table-row>`,
  );
  const repeated = style.repeatHeadings ? headingRows : 0;
  const head =
    repeated > 0 ? `<table:table-header-rows>${xml.slice(0, repeated).join('')}</table:table-header-rows>` : '';
  return `<table:table table:style-name="wide">${widths}${head}${xml.slice(repeated).join('\n')}</table:table>`;
}

interface RowPlace {
  readonly index: number;
  readonly columns: number;
  readonly taken: readonly Set<number>[];
  readonly style: PageStyle;
}

/** The cells of a row, with a covered cell wherever a merged one reaches. */
function rowXml(row: readonly LaidCell[], { index, columns, taken, style }: RowPlace): string {
  const left = [...row];
  let xml = '';
  for (let column = 0; column < columns; column += 1) {
    const cell = taken[index]?.has(column) ? undefined : left.shift();
    if (cell === undefined) {
      xml += '<table:covered-table-cell/>';
      continue;
    }
    for (let down = 0; down < cell.rowSpan; down += 1) {
      for (let across = 0; across < cell.columnSpan; across += 1) taken[index + down]?.add(column + across);
    }
    xml += cellXml(cell, style, !row.some(({ isValue }) => isValue));
  }
  return xml;
}

function cellXml(cell: LaidCell, { vertical }: PageStyle, isHeading: boolean): string {
  const isVertical = vertical && !cell.isValue && (cell.rowSpan > 3 || /^(?:结果|其他结|尚未)/u.test(cell.text));
  const lines = isVertical ? [...cell.text] : [cell.text];
  const style = cell.isValue || isHeading ? 'C' : 'L';
  const spans = `table:number-columns-spanned="${cell.columnSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
  return `<table:table-cell table:style-name="cell" ${spans}>${lines.map((line) => paragraph(line, style)).join('')}</table:table-cell>`;
}

function paragraph(text: string, style: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text:p text:style-name="${style}">${escaped}</text:p>`;
}
