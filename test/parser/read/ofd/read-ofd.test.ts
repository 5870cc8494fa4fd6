import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../../parser/read/format.ts';
import { notText } from '../../../../parser/wording/figure.ts';
import { printedBlocks, refusalsOf } from '../../../support/printed-blocks.ts';
import { type OfdParts, ofdLine, ofdOfPdf, ofdPage, ofdPart, ofdText, writeOfd } from '../../../support/write-ofd.ts';
import { writeZip } from '../../../support/write-zip.ts';

const opening = ofdText('某县人民政府二〇二二年政府信息公开工作年度报告', [20, 30]);

/** A row of three cells; the last is filled by `drawn`, whose corner is at 120, 50. */
function row(drawn: string): string {
  const levels = [50, 60].map((y) => ofdLine([20, y], [150, y]));
  const uprights = [20, 70, 120, 150].map((x) => ofdLine([x, 50], [x, 60]));
  return [
    opening,
    ofdText('行政许可', [22, 56]),
    ofdText('12', [72, 56], { code: 'DeltaX="2"' }),
    drawn,
    ...levels,
    ...uprights,
  ].join('');
}

async function lastCell(drawn: string, parts: Partial<OfdParts> = {}): Promise<string | undefined> {
  const [, table] = await printedBlocks(writeOfd({ pages: [row(drawn)], ...parts }));
  if (!Array.isArray(table)) throw new Error('there is no table');
  expect(table[0]?.slice(0, 2)).toEqual(['行政许可', '12']);
  return table[0]?.[2];
}

const figure = (setting = {}) => ofdText('73', [122, 56], { code: 'DeltaX="2"', ...setting });
const unknown = new RegExp(`^[${notText}\\s]+$`);

describe('an OFD package', () => {
  it.each(globSync('test/corpus/*-pdf/source.pdf').filter((path) => !/locked|scanned/.test(path)))(
    'with the characters and lines of a PDF is read as that is: %s',
    async (path) => {
      const pdf = readFileSync(path);
      expect(await printedBlocks(await ofdOfPdf(pdf))).toEqual(await printedBlocks(pdf));
    },
  );

  it('is told from its bytes, and says where on a page each cell is', async () => {
    const [result] = await readDocuments(writeOfd({ pages: [opening, row(figure())] }));
    expect(result?.mediaType).toBe('application/ofd');
    const table = result?.document?.blocks.find((block) => block.kind === 'table');
    expect(table?.rows[0]?.[2]?.at).toEqual({ page: 2, box: { left: 340.2, top: 141.7, width: 85, height: 28.3 } });
  });

  it('is read whatever namespace its elements have, wherever its paths begin, and with several documents in it', async () => {
    const files = [
      {
        name: 'OFD.xml',
        content:
          '<a:OFD xmlns:a="urn:x"><a:DocBody><a:DocRoot>/One\\Document.xml</a:DocRoot></a:DocBody><a:DocBody><a:DocRoot>Two/Document.xml</a:DocRoot></a:DocBody></a:OFD>',
      },
      ...['One', 'Two'].flatMap((folder) => [
        {
          name: `${folder}/Document.xml`,
          content: ofdPart(
            'Document',
            '<ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="./content.xml"/></ofd:Pages>',
          ),
        },
        {
          name: `${folder}/Content.xml`,
          content: ofdPage(opening, '<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>'),
        },
      ]),
    ];
    const [result] = await readDocuments(writeZip(files));
    const text = result?.document?.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');
    expect(text?.split('二〇二二年')).toHaveLength(3);
  });

  it('is read in the version of it that is current', async () => {
    const versions =
      '<ofd:Versions><ofd:Version ID="1" BaseLoc="/Doc_0/Versions/V1.xml"/><ofd:Version ID="2" Current="true" BaseLoc="/Doc_0/Versions/V2.xml"/></ofd:Versions>';
    const version = (name: string, root: string) => ({
      name: `Doc_0/Versions/${name}.xml`,
      content: ofdPart('DocVersion', `<ofd:DocRoot>${root}</ofd:DocRoot>`),
    });
    const newer = ofdPart(
      'Document',
      '<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="New.xml"/></ofd:Pages>',
    );
    const ofd = writeOfd({
      pages: [ofdText('旧的年度报告的文字不应当被读到因为另有新的版本', [20, 30])],
      body: versions,
      more: [
        version('V1', '../Document.xml'),
        version('V2', '../Newer.xml'),
        { name: 'Doc_0/Newer.xml', content: newer },
        { name: 'Doc_0/New.xml', content: ofdPage(opening) },
      ],
    });
    expect(await printedBlocks(ofd)).toEqual(['某县人民政府二〇二二年政府信息公开工作年度报告']);
  });
});

describe('a cell of an OFD page', () => {
  it('holds its figure, however its characters are placed', async () => {
    expect(await lastCell('')).toBe('');
    expect(await lastCell(figure())).toBe('73');
    expect(await lastCell(figure({ code: 'DeltaX="g 1 2"' }))).toBe('73');
    expect(await lastCell(figure({ code: '' }))).toBe('73');
    const mapped = 'Boundary="120 50 30 10" CTM="2 0 0 2 4 6"';
    const code = '<ofd:TextCode X="0" Y="0">7</ofd:TextCode><ofd:TextCode X="1" Y="0">3</ofd:TextCode>';
    expect(await lastCell(`<ofd:TextObject ${mapped} Font="2" Size="2">${code}</ofd:TextObject>`)).toBe('73');
  });

  it('holds what is printed on a page below it, in a block, in a composite object and by an annotation', async () => {
    const template = {
      common: '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
      beforeContent: '<ofd:Template TemplateID="7"/>',
      more: [{ name: 'Doc_0/Tpls/Tpl_0/Content.xml', content: ofdPage(figure()) }],
    };
    expect(await lastCell('', template)).toBe('73');
    expect(await lastCell(`<ofd:PageBlock ID="4">${figure()}</ofd:PageBlock>`)).toBe('73');
    const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="30" Height="10"><ofd:Content>${ofdText('73', [2, 6], { code: 'DeltaX="2"' })}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    const composite = {
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      more: [{ name: 'Doc_0/DocumentRes.xml', content: ofdPart('Res', unit) }],
    };
    expect(await lastCell('<ofd:CompositeObject ResourceID="5" Boundary="120 50 30 10"/>', composite)).toBe('73');
    const annotated = (type: string) => ({
      afterPages: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
      more: [
        {
          name: 'Doc_0/Annots/Annotations.xml',
          content: ofdPart('Annotations', '<ofd:Page PageID="1"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page>'),
        },
        {
          name: 'Doc_0/Annots/Page_0.xml',
          content: ofdPart(
            'PageAnnot',
            `<ofd:Annot Type="${type}"><ofd:Appearance Boundary="120 50 30 10">${ofdText('73', [2, 6], { code: 'DeltaX="2"' })}</ofd:Appearance></ofd:Annot>`,
          ),
        },
      ],
    });
    expect(await lastCell('', annotated('Stamp'))).toBe('73');
    expect(await lastCell('', annotated('Watermark'))).toBe('');
  });

  it.each([
    ['not visible', { attributes: 'Visible="false"' }],
    ['transparent', { attributes: 'Alpha="0"' }],
    ['filled in no colour', { before: '<ofd:FillColor Value="0 0 0" Alpha="0"/>' }],
    ['neither filled nor stroked', { attributes: 'Fill="false"' }],
  ])('holds nothing of text that is %s', async (_, setting) => {
    expect(await lastCell(figure(setting))).toBe('');
  });

  it.each([
    ['white text on paper', figure({ before: '<ofd:FillColor Value="255 255 255"/>' })],
    ['text in the white of drawing parameters', figure({ attributes: 'DrawParam="31"' })],
    ['text in a grey that is white', figure({ before: '<ofd:FillColor ColorSpace="32" Value="255"/>' })],
    ['a picture', '<ofd:ImageObject ResourceID="8" Boundary="122 52 20 6"/>'],
    ['struck out text', figure() + ofdLine([121, 54.6], [127, 54.6])],
    [
      'text beyond its object’s boundary',
      figure({ code: 'DeltaX="2"' })
        .replace(/Boundary="[^"]*"/, 'Boundary="122 52 2 2"')
        .replace('X="0"', 'X="12"'),
    ],
    ['digits set on each other', figure({ code: 'DeltaX="0"' })],
    [
      'digits that one glyph shows',
      figure({
        before:
          '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>41 41</ofd:Glyphs></ofd:CGTransform>',
      }),
    ],
    [
      'digits that are shown by another number of glyphs',
      figure({
        before:
          '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>41</ofd:Glyphs></ofd:CGTransform>',
      }),
    ],
  ])('is neither blank nor a figure with %s in it', async (_, drawn) => {
    const resources = ofdPart(
      'Res',
      '<ofd:DrawParams><ofd:DrawParam ID="30"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam><ofd:DrawParam ID="31" Relative="30"/></ofd:DrawParams><ofd:ColorSpaces><ofd:ColorSpace ID="32" Type="GRAY"/></ofd:ColorSpaces>',
    );
    const parts = {
      common: '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>',
      more: [{ name: 'Doc_0/PublicRes.xml', content: resources }],
    };
    expect(await lastCell(drawn, parts)).toMatch(unknown);
  });

  it('holds white text on a colour, and figures whose glyphs are named one for one', async () => {
    const dark =
      '<ofd:PathObject Boundary="121 51 28 8" Fill="true" Stroke="false"><ofd:FillColor Value="0 0 128"/><ofd:AbbreviatedData>M 0 0 L 28 0 L 28 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>';
    expect(await lastCell(dark + figure({ before: '<ofd:FillColor Value="255 255 255"/>' }))).toBe('73');
    const glyphs =
      '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>41 37</ofd:Glyphs></ofd:CGTransform>';
    expect(await lastCell(figure({ before: glyphs }))).toBe('73');
  });

  it('is open below a seal, and read in a signed document', async () => {
    const signed = (boundary: string) => ({
      body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
      more: [
        {
          name: 'Doc_0/Signs/Signatures.xml',
          content: ofdPart('Signatures', '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'),
        },
        {
          name: 'Doc_0/Signs/Sign_0/Signature.xml',
          content: ofdPart(
            'Signature',
            `<ofd:SignedInfo><ofd:StampAnnot PageRef="1" Boundary="${boundary}"/></ofd:SignedInfo>`,
          ),
        },
      ],
    });
    expect(await lastCell('', signed('122 52 20 6'))).toMatch(unknown);
    expect(await lastCell(figure(), signed('20 200 40 40'))).toBe('73');
  });
});

describe('an OFD package is refused with a code', () => {
  const whole: OfdParts = { pages: [opening] };

  it.each<[string, string, OfdParts]>([
    ['encrypted', 'where it is encrypted', { ...whole, more: [{ name: 'Encryptions.xml', content: '<a/>' }] }],
    ['damaged', 'where a page is no XML', { pages: ['<ofd:TextObject'] }],
    [
      'damaged',
      'where a page lies below it that is not there',
      { ...whole, beforeContent: '<ofd:Template TemplateID="7"/>' },
    ],
    ['damaged', 'where a box is none', { pages: [opening.replace(/Boundary="[^"]*"/, 'Boundary="1 2 x 4"')] }],
    ['damaged', 'where a distance is none', { pages: [opening.replace(/DeltaX="[^"]*"/, 'DeltaX="g 4"')] }],
    ['damaged', 'where it names an entity', { pages: [opening.replace('某县', '&secret;')] }],
    [
      'overlapping-text',
      'where text is set over text',
      { pages: [opening + opening.replace('某县人民政府', '另一县的机关').replace('工作年度', '年度工作')] },
    ],
    [
      'scanned',
      'where its pages are pictures',
      { pages: ['<ofd:ImageObject ResourceID="8" Boundary="0 0 210 297"/>'] },
    ],
    ['scanned', 'where it has no pages', { pages: [] }],
    ['too-many-pages', 'where it has too many pages', { pages: Array.from({ length: 501 }, () => opening) }],
  ])('%s %s', async (code, _, parts) => {
    expect(await refusalsOf(writeOfd(parts))).toEqual([code]);
  });

  it('damaged where a page that it names is not in it', async () => {
    const ofd = Buffer.from(writeOfd({ pages: [opening, opening] }));
    const named = Buffer.from('Doc_0/Pages/Page_1/Content.xml');
    for (let at = ofd.indexOf(named); at >= 0; at = ofd.indexOf(named, at + 1)) ofd.write('X', at);
    expect(await refusalsOf(ofd)).toEqual(['damaged']);
  });

  it('parse-limit where objects of objects draw without end', async () => {
    const unit = (id: number, content: string) =>
      `<ofd:CompositeGraphicUnit ID="${id}"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const ten = (id: number) => `<ofd:CompositeObject ResourceID="${id}" Boundary="0 0 9 9"/>`.repeat(10);
    const units = [...Array.from({ length: 9 }, (_, id) => unit(id, ten(id + 1))), unit(9, opening)];
    const parts = {
      pages: [opening + ten(0)],
      common: '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>',
      more: [
        {
          name: 'Doc_0/PublicRes.xml',
          content: ofdPart('Res', `<ofd:CompositeGraphicUnits>${units.join('')}</ofd:CompositeGraphicUnits>`),
        },
      ],
    };
    expect(await refusalsOf(writeOfd(parts))).toEqual(['parse-limit']);
  });

  it('reads a distance that is said to stand a thousand million times without asking for as many', async () => {
    const endless = opening.replace(/DeltaX="[^"]*"/, 'DeltaX="g 1000000000 4"');
    expect(await printedBlocks(writeOfd({ pages: [endless] }))).toHaveLength(1);
  });
});
