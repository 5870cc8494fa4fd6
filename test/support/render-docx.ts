import type { Texts } from './render-fodt.ts';
import { reportParts } from './render-page.ts';
import type { GeneratedReport } from './render-report.ts';
import type { LaidCell, LaidTable } from './statutory-layout.ts';
import { writeZip } from './write-zip.ts';

/** What word processors do to a report that plain text does not show. */
export interface DocxStyle {
  /** Whether numbers of headings, and of rows in the second column, are counted by the program and not typed. */
  readonly numbered: boolean;
  /** Tables, counted from 0, that stand in a text box. */
  readonly boxed: readonly number[];
  /** Whether values carry a tracked deletion and hidden text, and are split over runs. */
  readonly edited: boolean;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A report as a DOCX written by hand, as WPS and Word write them. */
export function renderDocx(report: GeneratedReport, texts: Texts, style: DocxStyle): Uint8Array {
  let tables = 0;
  const body = reportParts(report, texts).map((part) => {
    if (typeof part === 'string') return lineXml(part, style);
    const table = tableXml(part, style);
    tables += 1;
    return style.boxed.includes(tables - 1) ? boxXml(table) : `${table}<w:p/>`;
  });
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypesXml },
    { name: '_rels/.rels', content: relationships(['officeDocument', 'word/document.xml']) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(['styles', 'styles.xml'], ['numbering', 'numbering.xml']),
    },
    { name: 'word/styles.xml', content: stylesXml },
    { name: 'word/numbering.xml', content: numberingXml },
    {
      name: 'word/document.xml',
      content: `${declaration}<w:document ${namespaces}><w:body>${body.join('\n')}</w:body></w:document>`,
    },
  ]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const contentTypesXml = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${contentTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${contentTypes}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${contentTypes}.numbering+xml"/></Types>`;

const stylesXml = `${declaration}<w:styles ${namespaces}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="character" w:styleId="secret"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`;

const level = (format: string, text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;

const numberingXml = `${declaration}<w:numbering ${namespaces}>
<w:abstractNum w:abstractNumId="0">${level('chineseCountingThousand', '%1、')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
${[2, 3, 4, 5].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('\n')}
</w:numbering>`;

function relationships(...targets: readonly [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelationships}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

const headingNumber = /^[一二三四五六]、/;

function lineXml(text: string, { numbered }: DocxStyle): string {
  if (!numbered || !headingNumber.test(text)) return paragraphXml(text);
  return `<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr>${runXml(text.replace(headingNumber, ''))}</w:p>`;
}

function paragraphXml(text: string): string {
  return `<w:p>${runXml(text)}</w:p>`;
}

function runXml(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

function tableXml({ rows, columns }: LaidTable, style: DocxStyle): string {
  const open = new Map<number, { readonly columnSpan: number; rowsLeft: number }>();
  let list = 1;
  const xml = rows.map((row) => {
    const pending = [...row];
    let cells = '';
    for (let column = 0; column < columns; ) {
      const above = open.get(column);
      if (above !== undefined && above.rowsLeft > 0) {
        above.rowsLeft -= 1;
        cells += cellXml('<w:p/>', above.columnSpan, '<w:vMerge/>');
        column += above.columnSpan;
        continue;
      }
      const cell = pending.shift();
      if (cell === undefined) break;
      if (style.numbered && cell.text.startsWith('1.')) list += 1;
      open.set(column, { columnSpan: cell.columnSpan, rowsLeft: cell.rowSpan - 1 });
      const merge = cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      cells += cellXml(contentXml(cell, list, style), cell.columnSpan, merge);
      column += cell.columnSpan;
    }
    return `<w:tr>${cells}</w:tr>`;
  });
  const grid = Array.from({ length: columns }, () => '<w:gridCol w:w="600"/>').join('');
  const borders = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>';
  return `<w:tbl>${borders}<w:tblGrid>${grid}</w:tblGrid>${xml.join('\n')}</w:tbl>`;
}

function cellXml(content: string, columnSpan: number, merge: string): string {
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${columnSpan * 600}" w:type="dxa"/>${span}${merge}</w:tcPr>${content}</w:tc>`;
}

const rowNumber = /^[1-8]\./;

function contentXml({ text, isValue }: LaidCell, list: number, { numbered, edited }: DocxStyle): string {
  if (numbered && rowNumber.test(text)) {
    const place = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
    return `<w:p><w:pPr>${place}</w:pPr>${runXml(text.replace(rowNumber, ''))}</w:p>`;
  }
  return isValue && edited && text !== '' ? `<w:p>${editedXml(text)}</w:p>` : paragraphXml(text);
}

/** A value after edits: its first character apart, another one deleted, and hidden ones after it. */
function editedXml(text: string): string {
  const deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>';
  const hidden = runXml('8', '<w:rPr><w:vanish/></w:rPr>') + runXml('7', '<w:rPr><w:rStyle w:val="secret"/></w:rPr>');
  return `${runXml(text.slice(0, 1))}${deleted}<w:ins w:id="2" w:author="a">${runXml(text.slice(1))}</w:ins>${hidden}`;
}

/** A text box as a drawing, and once more as a picture for programs that know no drawings. */
function boxXml(content: string): string {
  const box = `<w:txbxContent>${content}<w:p/></w:txbxContent>`;
  const size = '<wp:extent cx="5400000" cy="5400000"/><wp:docPr id="1" name="box"/>';
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="5400000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>${box}</wps:txbx><wps:bodyPr/></wps:wsp>`;
  const data = `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic>`;
  const anchor = `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>${size.replace('/><wp:docPr', '/><wp:wrapTopAndBottom/><wp:docPr')}${data}</wp:anchor>`;
  const picture = `<w:pict><v:shape style="width:425pt;height:425pt"><v:textbox>${box}</v:textbox></v:shape></w:pict>`;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice><mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}
