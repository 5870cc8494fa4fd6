import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../../parser/read/document.ts';
import { buildDocx } from '../../../../support/build-docx.ts';
import { blocksOf, printedBlocks, refusalsOf } from '../../../../support/printed-blocks.ts';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
const text = (content: string) => paragraph(run(content));
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;

const level = (index: number, format: string, label: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;
const abstract = (...levels: string[]) => `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum>`;
const number = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${more}</w:num>`;
const item = (content: string, id = 1, depth = 0) =>
  paragraph(run(content), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

describe('what a DOCX prints', () => {
  it('joins the runs of a paragraph and parts lines at breaks', async () => {
    const body = paragraph(`${run('2')}${run('0')}${run('件')}<w:r><w:br/></w:r>${run('其次')}`);
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['20件', '其次']);
  });

  it('reads through links, controls and insertions', async () => {
    const body = `<w:sdt><w:sdtContent>${paragraph(`<w:hyperlink>${run('网址')}</w:hyperlink>`)}</w:sdtContent></w:sdt>${paragraph(`<w:ins>${run('新增')}</w:ins>`)}`;
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['网址', '新增']);
  });

  it('leaves out tracked deletions, moved text, field codes and hidden text', async () => {
    const body = paragraph(
      `${run('3')}<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:moveFrom>${run('2')}</w:moveFrom>` +
        `<w:r><w:instrText>SUM(1)</w:instrText></w:r>${run('8', '<w:vanish/>')}${run('9', '<w:rStyle w:val="h"/>')}${run('4', '<w:vanish w:val="0"/>')}`,
    );
    const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(await printedBlocks(buildDocx({ body, styles }))).toEqual(['34']);
  });

  it('joins paragraphs whose parting was deleted', async () => {
    const body = paragraph(run('一、总体'), '<w:rPr><w:del/></w:rPr>') + text('情况');
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['一、总体情况']);
  });

  it('leaves out the lines of a table of contents', async () => {
    const body = paragraph(run('一、总体情况 1'), '<w:pStyle w:val="T"/>') + text('一、总体情况');
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    expect(await printedBlocks(buildDocx({ body, styles }))).toEqual(['一、总体情况']);
  });

  it('reads the strict edition, whatever prefix it uses', async () => {
    const namespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const body = '<x:p><x:r><x:t>年度报告</x:t></x:r></x:p>';
    expect(await printedBlocks(buildDocx({ body, prefix: 'x', namespace }))).toEqual(['年度报告']);
  });
});

describe('a DOCX without text is refused', () => {
  it('as a scan when it holds pictures, else as empty', async () => {
    const body = '<w:p><w:r><w:drawing/></w:r></w:p>';
    expect(await refusalsOf(buildDocx({ body, picture: true }))).toEqual(['scanned']);
    expect(await refusalsOf(buildDocx({ body }))).toEqual(['empty']);
  });
});

describe('text boxes', () => {
  it('print after the paragraph that they hang on, tables included', async () => {
    const body = `<w:p>${run('见下表')}<w:r><w:drawing>${box(table(cell(text('规章')) + cell(text('5'))))}</w:drawing></w:r></w:p>${text('以上')}`;
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['见下表', [['规章', '5']], '以上']);
  });

  it('print once where they are written twice for older programs', async () => {
    const both = (content: string) =>
      `<mc:AlternateContent><mc:Choice>${content}</mc:Choice><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent>`;
    const body = `<w:p><w:r>${both(box(text('框')))}</w:r></w:p>`;
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['框']);
  });

  it('print in the older way where the newer one prints nothing', async () => {
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>${box(text('框'))}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['框']);
  });
});

describe('automatic numbers', () => {
  it('stand before headings as they are printed, by the paragraph or its style', async () => {
    const numbering =
      abstract(level(0, 'chineseCountingThousand', '%1、'), level(1, 'chineseCounting', '（%2）')) + number(1);
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="H"/></w:style>';
    const styled = (content: string) => paragraph(run(content), '<w:pStyle w:val="K"/>');
    const body = [
      styled('总体情况'),
      item('制度', 1, 1),
      item('平台', 1, 1),
      styled('主动公开'),
      item('目录', 1, 1),
    ].join('');
    expect(await printedBlocks(buildDocx({ body, numbering, styles }))).toEqual([
      '一、总体情况',
      '（一）制度',
      '（二）平台',
      '二、主动公开',
      '（一）目录',
    ]);
  });

  it('begin again where a list overrides its start, and go on through tables and paragraphs without text', async () => {
    const numbering =
      abstract(level(0, 'decimal', '%1.')) +
      number(1) +
      number(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = `${item('甲')}${item('')}${table(cell(item('乙')) + cell(text('6')))}${item('丙', 2)}`;
    expect(await printedBlocks(buildDocx({ body, numbering }))).toEqual(['1. 甲', [['2. 乙', '6']], '1. 丙']);
  });

  it('write every number of a legal list in digits, and bullets not at all', async () => {
    const legal =
      abstract(level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + number(1);
    const body = `${item('总则')}${item('目的', 1, 1)}`;
    expect(await printedBlocks(buildDocx({ body, numbering: legal }))).toEqual(['第一章 总则', '1.1 目的']);
    const bullets = abstract(level(0, 'bullet', '')) + number(1);
    expect(await printedBlocks(buildDocx({ body: item('要点'), numbering: bullets }))).toEqual(['要点']);
  });

  it('are not counted for a paragraph that its own properties take out of the list of its style', async () => {
    const numbering = abstract(level(0, 'decimal', '%1.')) + number(1);
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await printedBlocks(buildDocx({ body: item('无编号', 0) + text('有编号'), numbering, styles }))).toEqual([
      '无编号',
      '1. 有编号',
    ]);
  });
});

describe('tables of a DOCX', () => {
  it('have merged cells once, at their place in the grid', async () => {
    const body = table(
      cell(text('(三)不予公开'), '<w:vMerge w:val="restart"/>') +
        cell(text('1.属于国家秘密'), '<w:gridSpan w:val="2"/>') +
        cell(text('7')),
      cell(text('被遮住'), '<w:vMerge/>') + cell(text('2.其他')) + cell(text('')) + cell(text('8')),
    );
    const [found] = (await blocksOf(buildDocx({ body }))) as [Table];
    expect(
      found.rows.map((row) => row.map((place) => [place.text, place.column, place.columnSpan, place.rowSpan])),
    ).toEqual([
      [
        ['(三)不予公开', 1, 1, 2],
        ['1.属于国家秘密', 2, 2, 1],
        ['7', 4, 1, 1],
      ],
      [
        ['2.其他', 2, 1, 1],
        ['', 3, 1, 1],
        ['8', 4, 1, 1],
      ],
    ]);
  });

  it('leave out deleted and hidden rows, and begin where the grid says', async () => {
    const row = (content: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`;
    const body = `<w:tbl>${row(cell(text('规章')) + cell(text('1')))}${row(cell(text('删')) + cell(text('2')), '<w:del/>')}${row(cell(text('隐')) + cell(text('3')), '<w:hidden/>')}${row(cell(text('4')), '<w:gridBefore w:val="1"/>')}</w:tbl>`;
    const [found] = (await blocksOf(buildDocx({ body }))) as [Table];
    expect(found.rows.map((cells) => cells.map((place) => [place.text, place.column]))).toEqual([
      [
        ['规章', 1],
        ['1', 2],
      ],
      [['4', 2]],
    ]);
  });

  it('are read through where they only lay out the page', async () => {
    const inner = table(cell(text('规章')) + cell(text('1')));
    const body = table(cell(text('标题') + inner) + cell(text('旁注')));
    expect(await printedBlocks(buildDocx({ body }))).toEqual(['标题', [['规章', '1']], '旁注']);
    expect(await printedBlocks(buildDocx({ body: table(cell(text('一行')), cell(text('又一行'))) }))).toEqual([
      '一行',
      '又一行',
    ]);
  });

  it('know where each cell stands in the text', async () => {
    const body = text('表') + table(cell(text('规章')) + cell(text('12')));
    const [, found] = (await blocksOf(buildDocx({ body }))) as [unknown, Table];
    expect(found.rows[0]?.map(({ line, offset }) => [line, offset])).toEqual([
      [2, 2],
      [3, 5],
    ]);
  });
});
