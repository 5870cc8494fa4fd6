import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import { notText } from '../../../parser/wording/figure.ts';
import { buildDocx } from '../../support/build-docx.ts';
import { printedBlocks } from '../../support/printed-blocks.ts';
import { writeZip } from '../../support/write-zip.ts';

const page = readFileSync('test/corpus/county-2022-html/source.html', 'utf8');
const firstCells = '<td>73</td><td>10</td><td>0</td>';

/** The report of the corpus with something else in the cell of the applications newly received of natural persons. */
async function reportWith(inCell: string) {
  const [record] = await parseReport(Buffer.from(page.replace(firstCells, `<td>${inCell}</td><td>10</td><td>0</td>`)));
  const cell = record?.tables.applications?.newlyReceived?.naturalPerson;
  return { outcome: record?.outcome, complete: record?.complete, state: cell?.state, value: cell?.value };
}

describe("in a page's cell", () => {
  it.each([
    '<img src="n.png">',
    '<img src="n.png" alt="73">',
    '7<img src="n.png">',
    '<svg><text>73</text></svg>',
    '<math><mn>73</mn></math>',
    '<canvas></canvas>',
    '<object data="n.svg"></object>',
    '<input type="checkbox">',
    '<input placeholder="件数">',
    '<span style="color:#fff">73</span>',
    '73<font color="white">7</font>',
    '73<b style="color: rgb(255, 255, 255)">7</b>',
    '<style>.w{color:#fff}</style>73<b class="w">7</b>',
    '<style>span.w, i.v { color: white }</style><span class="w">73</span>',
  ])('%s is no blank and no figure', async (inCell) => {
    expect(await reportWith(inCell)).toEqual({ outcome: 'held', complete: false, state: 'unreadable', value: null });
  });

  it.each([
    '73<img src="s.gif" width="1" height="1">',
    '73<img src="/images/spacer.gif">',
    '<input value="73">',
    '<input type="number" value="73" placeholder="件数">',
    '<textarea>73</textarea>',
    '<select><option>0</option><option selected>73</option></select>',
    '<b style="background:#003366;color:#fff">73</b>',
    '<style>.w{color:#fff}.d{background:#036}</style><b class="d w">73</b>',
    '<p style="background-color: navy"><font color="#FFFFFF">73</font></p>',
  ])('%s shows the figure', async (inCell) => {
    expect(await reportWith(inCell)).toEqual({ outcome: 'published', complete: true, state: 'number', value: 73 });
  });

  it.each(['', '&nbsp;', '<input>', '<img src="s.gif" width="1" height="1">'])('%s shows nothing', async (inCell) => {
    expect(await reportWith(inCell)).toEqual({ outcome: 'published', complete: true, state: 'blank', value: null });
  });

  it('a picture beside the words of a label or outside of tables changes nothing', async () => {
    const marked = page
      .replace('自然人</td>', '<img src="i.png">自然人</td>')
      .replace('<table', '<img src="l.png"><table');
    expect(marked).toContain('i.png');
    const [record] = await parseReport(Buffer.from(marked));
    expect(record).toMatchObject({ outcome: 'published', complete: true });
  });
});

describe('what is white in a cell of DOCX', () => {
  const white = '<w:color w:val="FFFFFF"/>';
  it.each([
    ['is no figure on paper', '', white, notText],
    ['is one on a colour of the cell', '<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>', white, '73'],
    ['is one on a colour of its own', '', `${white}<w:highlight w:val="darkBlue"/>`, '73'],
  ])('%s', async (_, cell, run, expected) => {
    const cells = `<w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc>${cell}<w:p><w:r><w:rPr>${run}</w:rPr><w:t>73</w:t></w:r></w:p></w:tc>`;
    const [table] = await printedBlocks(buildDocx({ body: `<w:tbl><w:tr>${cells}</w:tr></w:tbl>` }));
    expect(table).toEqual([['规章', expected]]);
  });
});

describe('what is white in a cell', () => {
  it('is no figure in RTF, but on a colour of its own', async () => {
    const cells = ['\\u-30508?\\u31456?', '12{\\cf2 34}', '{\\cf2\\u53?6}', '{\\cf2\\highlight3 78}', '\\cf2\\plain 9'];
    const edges = cells.map((_, index) => `\\cellx${1000 * (index + 1)}`).join('');
    const colours = '{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}';
    const printed = cells.map((content) => `\\pard\\intbl ${content}\\cell`).join(' ');
    const [table] = await printedBlocks(Buffer.from(`{\\rtf1\\ansi\\uc1 ${colours}\\trowd${edges} ${printed} \\row}`));
    expect((table as string[][])[0]?.slice(1)).toEqual([`12${notText}`, notText.repeat(2), '78', '9']);
  });

  it('is no figure in OpenDocument, by a style or one that it is based on', async () => {
    const style = (name: string, properties: string, parent = '') =>
      `<style:style style:name="${name}" style:family="text"${parent}><style:text-properties ${properties}/></style:style>`;
    const styles = `${style('W', 'fo:color="#FFFFFF"')}${style('V', 'fo:font-weight="bold"', ' style:parent-style-name="W"')}${style('D', 'fo:color="#ffffff" fo:background-color="#003366"')}${style('B', 'fo:color="#000000"')}`;
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const cells = ['规章', `12${span('W', '34')}`, span('V', '5'), span('D', '78'), span('W', span('B', '9'))];
    const row = cells.map((content) => `<table:table-cell><text:p>${content}</text:p></table:table-cell>`).join('');
    const names = ['office', 'style', 'text', 'table'].map(
      (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
    );
    const file = `<?xml version="1.0"?><office:document ${names.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text><table:table><table:table-row>${row}</table:table-row></table:table></office:text></office:body></office:document>`;
    expect(await printedBlocks(Buffer.from(file))).toEqual([[['规章', `12${notText}`, notText, '78', '9']]]);
  });

  it('is no figure in a document of Word 97, as LibreOffice wrote it', async () => {
    const [, table] = await printedBlocks(readFileSync('test/parser/read/word/doc/white-in-a-cell.doc'));
    expect(table).toEqual([['行政许可', `12${notText.repeat(2)}`, notText.repeat(2), '78']]);
  });
});

const row = ['规章', '', notText, '7'];

describe('what is drawn in a cell stands for itself', () => {
  it.each([
    ['a picture', '<w:drawing/>'],
    ['an older picture', '<w:pict/>'],
    ['an embedded object', '<w:object/>'],
    [
      'a formula',
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>3</m:t></m:r></m:oMath>',
    ],
  ])('in DOCX: %s', async (_, drawn) => {
    const cell = (content: string) => `<w:tc><w:p><w:r>${content}</w:r></w:p></w:tc>`;
    const cells = cell('<w:t>规章</w:t>') + cell('') + cell(drawn) + cell('<w:t>7</w:t>');
    expect(await printedBlocks(buildDocx({ body: `<w:tbl><w:tr>${cells}</w:tr></w:tbl>` }))).toEqual([[row]]);
  });

  it('in OpenDocument', async () => {
    const cell = (content: string) => `<table:table-cell><text:p>${content}</text:p></table:table-cell>`;
    const cells = cell('规章') + cell('') + cell('<draw:frame><draw:image/></draw:frame>') + cell('7');
    const file = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><table:table><table:table-row>${cells}</table:table-row></table:table></office:text></office:body></office:document>`;
    expect(await printedBlocks(Buffer.from(file))).toEqual([[row]]);
  });

  it.each([String.raw`{\pict\pngblip 89504e47}`, String.raw`{\*\shppict{\pict\pngblip 89504e47}}`])(
    'in RTF: %s',
    async (drawn) => {
      const cells = ['\\u-30508?\\u31456?', '', drawn, '7'].map((content) => String.raw`\pard\intbl ${content}\cell`);
      const edges = [1000, 2000, 3000, 4000].map((edge) => String.raw`\cellx${edge}`).join('');
      const file = String.raw`{\rtf1\ansi\uc1 \trowd${edges} ${cells.join(' ')} \row}`;
      const [table] = await printedBlocks(Buffer.from(file));
      expect((table as string[][])[0]?.slice(1)).toEqual(row.slice(1));
    },
  );

  it.each([
    ['over an empty cell', 'C1', row],
    ['over a cell with a figure, which stays as typed', 'D1', ['规章', '', '', '7']],
    ['beside the table', 'F9', ['规章', '', '', '7']],
  ])('in a workbook: %s', async (_, over, expected) => {
    expect(await printedBlocks(workbook(over))).toEqual([[expected, ['规范性文件', '1', '2', '3']]]);
  });
});

/** A workbook of one sheet with a picture over a cell. */
function workbook(over: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const figure = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`;
  const rows = `<row r="1">${text('A1', '规章')}<c r="B1"/><c r="C1"/>${figure('D1', 7)}</row><row r="2">${text('A2', '规范性文件')}${figure('B2', 1)}${figure('C2', 2)}${figure('D2', 3)}</row>`;
  const [column, line] = [over.charCodeAt(0) - 'A'.charCodeAt(0), Number(over.slice(1)) - 1];
  const from = `<d:from><d:col>${column}</d:col><d:colOff>9</d:colOff><d:row>${line}</d:row><d:rowOff>9</d:rowOff></d:from>`;
  return writeZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: related('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: related('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: related('drawing', '../drawings/drawing1.xml') },
    {
      name: 'xl/drawings/drawing1.xml',
      content: `<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><d:oneCellAnchor>${from}<d:pic/></d:oneCellAnchor></d:wsDr>`,
    },
  ]);
}
