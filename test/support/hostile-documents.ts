import { deflateSync, gzipSync } from 'node:zlib';
import { buildDocx } from './build-docx.ts';
import { buildPdf } from './build-pdf.ts';
import { writeZip } from './write-zip.ts';

/** A document made to exhaust who reads it, by name; made when it is asked for, small where the kind can be small. */
export type HostileDocuments = Readonly<Record<string, () => Uint8Array>>;

const megabyte = 1_000_000;
const heading = '一、总体情况';
const title = '某某市2023年政府信息公开工作年度报告';
const repeated = (piece: string, bytes: number) => piece.repeat(bytes / Buffer.byteLength(piece));
const text = (body: string) => Buffer.from(`${title}\n${heading}\n${body}`);
const page = (body: string, head = '') =>
  Buffer.from(`<html><head>${head}</head><h1>${title}</h1><p>${heading}</p>${body}`);

const pages: HostileDocuments = {
  'page: boxes never closed': () => page(repeated('<div>', 5 * megabyte)),
  'page: boxes closed in the wrong order': () => page(repeated('<b><p></b><i></p>', 5 * megabyte)),
  'page: attributes of one tag': () =>
    page(`<p${Array.from({ length: 500_000 }, (_, index) => ` a${index}=1`).join('')}>`),
  'page: wide and long cells': () =>
    page(`<table>${'<tr>'.concat('<td colspan=1000 rowspan=65534>1</td>'.repeat(300)).repeat(300)}</table>`),
  'page: a table of a hundred thousand cells': () =>
    page(`<table>${`<tr>${'<td>1'.repeat(1000)}`.repeat(100)}</table>`),
  'page: tables in tables': () => page('<table><tr><td>'.repeat(20_000)),
  'page: selectors that all must be tried': () =>
    page('<div class=a>'.repeat(20_000), `<style>${'.a .a .a .a{display:none}'.repeat(2_000)}</style>`),
  'page: numbers without end': () => page(`<p>${repeated('12 ', 2 * megabyte)}`),
  'page: character references': () => page(repeated('&#x4e00;', 8 * megabyte)),
  'page: a script of strings': () => page(`<script>var a=["${repeated('<p>x</p>","', 5 * megabyte)}"]</script>`),
};

const texts: HostileDocuments = {
  'text: digits on one line': () => text(repeated('1', 10 * megabyte)),
  'text: brackets on one line': () => text(repeated('（', 10 * megabyte)),
  'text: five million figures': () => text(repeated('1 ', 10 * megabyte)),
  'text: three hundred thousand lines': () => text(repeated('12\n', megabyte)),
  'text: thirty thousand headings': () => text('一、总体情况\n'.repeat(30_000)),
  'text: a thousand reports': () => Buffer.from(`${title}\n${heading}\n本年度收到申请12件。\n`.repeat(5_000)),
  'text: pipes': () => text(`|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${`|${'1|'.repeat(1000)}\n`.repeat(500)}`),
  'text: statutory labels repeated': () =>
    text(
      repeated(
        '三、本年度新收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1234567890123456789012345678\n',
        2 * megabyte,
      ),
    ),
  'text: a row of figures run together': () =>
    text(`四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n${'1234567890'.repeat(3).slice(0, 28)}\n`),
  'text: sentences without end': () => text(repeated('本年度共收到政府信息公开申请12件，', 5 * megabyte)),
  'text: a list of links': () => text(repeated('[a](b "c', megabyte)),
  'csv: three hundred thousand columns': () => Buffer.from(`${`${'1,'.repeat(300_000)}1\n`.repeat(6)}`),
  'csv: a hundred thousand rows': () => Buffer.from('1,2,3\n'.repeat(100_000)),
  'csv: quotes without end': () => Buffer.from(repeated('"a""b', 4 * megabyte)),
};

const archives: HostileDocuments = {
  'zip: zeros': () => writeZip([{ name: 'a.txt', content: new Uint8Array(100 * megabyte) }]),
  'zip: many zeros': () =>
    writeZip(
      Array.from({ length: 50 }, (_, index) => ({ name: `${index}.txt`, content: new Uint8Array(2 * megabyte) })),
    ),
  'zip: zip in zip in zip': () => nested(6, (inner) => writeZip([{ name: 'a.zip', content: inner }])),
  'zip: fifteen hundred files': () =>
    writeZip(Array.from({ length: 1500 }, (_, index) => ({ name: `${index}.txt`, content: title }))),
  'gzip: zeros': () => gzipSync(new Uint8Array(100 * megabyte)),
  'gzip: gzip in gzip': () => nested(8, (inner) => gzipSync(inner)),
  'docx: a paragraph of blanks': () =>
    buildDocx({ body: `<w:p><w:r><w:t>${' '.repeat(100 * megabyte)}</w:t></w:r></w:p>` }),
  'docx: three hundred thousand empty paragraphs': () => buildDocx({ body: '<w:p/>'.repeat(300_000) }),
  'docx: wide cells': () =>
    buildDocx({
      body: `<w:tbl>${`<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'.repeat(50)}</w:tr>`.repeat(500)}</w:tbl>`,
    }),
  'docx: tables in tables': () => buildDocx({ body: '<w:tbl><w:tr><w:tc>'.repeat(5000) }),
  'docx: entities of entities': () =>
    writeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: bombOfEntities },
    ]),
  'fods: cells repeated': () => Buffer.from(flatOpenDocument(repeatedCells)),
  'fodt: entities of entities': () => Buffer.from(bombOfEntities),
  'fodt: repeated cells': () => Buffer.from(flatText(repeatedCells)),
  'xml: three hundred thousand elements': () => Buffer.from(flatText('<text:p/>'.repeat(300_000))),
  'xml: a million attributes': () =>
    Buffer.from(flatText(`<text:p ${Array.from({ length: 300_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`)),
};

const sheets: HostileDocuments = {
  'xlsx: the last cell of the last row': () => workbook({ rows: `${row(1, 'A1')}${row(1_048_576, 'XFD1048576')}` }),
  'xlsx: a merge over everything': () => workbook({ rows: row(2, 'B2'), merges: ['A1:XFD1048576'] }),
  'xlsx: a hundred thousand merges in each other': () =>
    workbook({ rows: row(2, 'B2'), merges: Array.from({ length: 100_000 }, (_, index) => `A1:B${index + 3}`) }),
  'xlsx: a hundred thousand cells': () =>
    workbook({ rows: Array.from({ length: 300_000 }, (_, index) => row(index + 1, `A${index + 1}`)).join('') }),
  'xlsx: a dimension of everything': () => workbook({ rows: row(1, 'A1'), dimension: 'A1:XFD1048576' }),
  'xlsx: text in a million runs': () =>
    workbook({ rows: row(1, 'A1'), strings: `<si>${'<r><t>1</t></r>'.repeat(1_000_000)}</si>` }),
};

const others: HostileDocuments = {
  'rtf: groups in groups': () => Buffer.from(`{\\rtf1 ${'{'.repeat(5 * megabyte)}`),
  'rtf: rows of cells': () =>
    Buffer.from(`{\\rtf1 ${`\\trowd${'\\cellx1'.repeat(1000)}${'1\\cell'.repeat(1000)}\\row`.repeat(500)}}`),
  'rtf: words': () => Buffer.from(`{\\rtf1 ${repeated('\\b1\\u20013?', 10 * megabyte)}}`),
  'rtf: binary of a negative length': () => Buffer.from(`{\\rtf1 ${'\\bin-5 '.repeat(100_000)}}`),
  'ole: a table of sectors in a circle': () => compoundFile((view) => view.setUint32(512, 0, true)),
  'ole: a directory of itself': () => compoundFile((view) => view.setUint32(48, 0, true)),
  'mhtml: parts in parts': () =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n${'--a\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n'.repeat(50_000)}`,
    ),
};

const pdfs: HostileDocuments = {
  'pdf: a stream packed twice': () =>
    pdf({
      filter: '[/FlateDecode /FlateDecode]',
      stream: deflateSync(deflateSync(Buffer.alloc(500 * megabyte, ' '), { level: 1 })),
    }),
  'pdf: a stream packed once': () =>
    pdf({ filter: '/FlateDecode', stream: deflateSync(Buffer.alloc(300 * megabyte, ' ')) }),
  'pdf: a stream in runs': () =>
    pdf({
      filter: '[/FlateDecode /RunLengthDecode]',
      stream: deflateSync(Buffer.alloc(20 * megabyte, Buffer.from([129, 32]))),
    }),
  'pdf: one large stream on many pages': () =>
    pdf({ filter: '/FlateDecode', stream: deflateSync(Buffer.alloc(20 * megabyte, ' ')), pages: 100 }),
  'pdf: three hundred thousand lines': () =>
    pdf({ filter: '/FlateDecode', stream: deflateSync(Buffer.from('0 0 m 10 0 l S '.repeat(300_000))) }),
  'pdf: a hundred thousand ruled boxes': () =>
    pdf({
      filter: '/FlateDecode',
      stream: deflateSync(
        Buffer.from(Array.from({ length: 100_000 }, (_, index) => `${index % 600} ${index % 800} 3 3 re S `).join('')),
      ),
    }),
  'pdf: two hundred thousand glyphs': () =>
    pdf({
      filter: '/FlateDecode',
      stream: deflateSync(Buffer.from(`BT /F 5 Tf ${'<4e004e00> Tj '.repeat(100_000)} ET`)),
    }),
  'pdf: states never restored': () =>
    pdf({ filter: '/FlateDecode', stream: deflateSync(Buffer.from('q '.repeat(2_000_000))) }),
  'pdf: a form that draws itself': () =>
    pdf({ filter: '', stream: Buffer.from('/X Do '), resources: '/XObject << /X 6 0 R >>' }),
  'pdf: a page as large as a country': () =>
    pdf({ filter: '', stream: Buffer.from('BT /F 5 Tf <4e00> Tj ET'), box: '[0 0 1e12 1e12]' }),
  'pdf: a tree of pages in a circle': () => pdf({ filter: '', stream: Buffer.from(''), kids: '2 0 R 2 0 R' }),
  'pdf: five thousand pages': () => buildPdf(Array.from({ length: 5000 * 53 }, () => '信息公开')),
};

/** Every kind of document by which a reader was, or could be, brought down. */
export const hostileDocuments: HostileDocuments = { ...pages, ...texts, ...archives, ...sheets, ...others, ...pdfs };

function nested(depth: number, pack: (inner: Uint8Array) => Uint8Array): Uint8Array {
  let packed: Uint8Array = Buffer.alloc(10 * megabyte, ' ');
  for (let level = 0; level < depth; level += 1) packed = pack(packed);
  return packed;
}

const entityLevels = Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
const bombOfEntities = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "公开">${entityLevels.join('')}]>${flatText('<text:p>&e12;</text:p>').replace(/^<\?xml.*?\?>/, '')}`;

const repeatedCells =
  '<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row></table:table>';

function flatText(body: string): string {
  return flat('text', `<office:text>${body}</office:text>`);
}

function flatOpenDocument(body: string): string {
  return flat('spreadsheet', `<office:spreadsheet>${body}</office:spreadsheet>`);
}

function flat(kind: string, body: string): string {
  const names = ['office', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return `<?xml version="1.0"?><office:document ${names.join(' ')} office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:body>${body}</office:body></office:document>`;
}

interface SheetParts {
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly dimension?: string;
  readonly strings?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet. */
function workbook({ rows, merges = [], dimension = 'A1', strings = '' }: SheetParts): Uint8Array {
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'sharedStrings', 'sharedStrings.xml'),
      ),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData>${merged}</worksheet>`,
    },
  ]);
}

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${excel}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${excel}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${excel}.sharedStrings+xml"/></Types>`;

function row(number: number, place: string): string {
  return `<row r="${number}"><c r="${place}"><v>1</v></c></row>`;
}

/** A compound file of four sectors, spoiled by `spoil`. */
function compoundFile(spoil: (view: DataView) => void): Uint8Array {
  const bytes = Buffer.alloc(5 * 512);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  spoil(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return bytes;
}

interface PdfParts {
  readonly filter: string;
  readonly stream: Uint8Array;
  readonly pages?: number;
  readonly box?: string;
  readonly resources?: string;
  readonly kids?: string;
}

/** A PDF of one page, or of several with the same content, which the library mends where its table is missing. */
function pdf({ filter, stream, pages = 1, box = '[0 0 595 842]', resources = '', kids }: PdfParts): Uint8Array {
  const filtered = filter === '' ? '' : `/Filter ${filter}`;
  const pageObject = `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << /Font << /F 4 0 R >> ${resources} >> /Contents 3 0 R >>`;
  const numbers = Array.from({ length: pages }, (_, index) => 10 + index);
  const objects: [number, string][] = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${pages} /Kids [${kids ?? numbers.map((number) => `${number} 0 R`).join(' ')}] >>`],
    [4, '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>'],
    [
      5,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    ],
    [
      6,
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 12 >>\nstream\n/X Do /X Do \nendstream',
    ],
    ...numbers.map((number): [number, string] => [number, pageObject]),
  ];
  return Buffer.concat([
    Buffer.from(`%PDF-1.5\n${objects.map(([number, object]) => `${number} 0 obj\n${object}\nendobj\n`).join('')}`),
    Buffer.from(`3 0 obj\n<< ${filtered} /Length ${stream.length} >>\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
}
