import { describe, expect, it } from 'vitest';
import { alignedText } from '../../../parser/prose/aligned-text.ts';
import { readFigure } from '../../../parser/wording/figure.ts';
import { buildDocx } from '../../support/build-docx.ts';
import { printedBlocks } from '../../support/printed-blocks.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a mark that leads to a note', () => {
  it.each(['10345¹', '10345 ①', '10345②③', '10345[1]', '10345［2］', '10345*', '10345※', '①10345', '10345件¹'])(
    '%s is 10345',
    (printed) => {
      expect(readFigure(printed, 'count')).toMatchObject({ state: 'number', value: 10345 });
    },
  );

  it.each(['①', '¹', '[1]', '1(2)', '12①3', '*'])('%s alone, or within a figure, is no figure', (printed) => {
    expect(readFigure(printed, 'count')).toMatchObject({ state: 'unreadable', value: null });
  });

  it.each(['727¹条', '727①条'])('in a sentence is no digit: %s', (printed) => {
    expect(alignedText(`公开政府信息${printed}`).text).not.toMatch(/7271/);
  });
});

/** A figure with a raised or lowered 1 behind it, and one whose first digits are struck out, as each format writes them. */
describe('what is set off the line or struck out', () => {
  const expected = ['10345¹', '2378'];

  it.each([
    ['<sup>1</sup>', '<del>12</del>'],
    ['<span style="vertical-align:super">1</span>', '<s>12</s>'],
    ['<sup><a href="#n"><font>1</font></a></sup>', '<span style="text-decoration: line-through">12</span>'],
    ['<sup>1</sup>', '<span style="font-size:0">12</span>'],
    ['<sup>1</sup>', '<span style="mso-hide:all">12</span>'],
    ['<sub>1</sub>', '<span style="opacity:0">12</span>'],
    ['<span style="vertical-align: sub">1</span>', '<span style="color: transparent">12</span>'],
    ['<sub>1</sub>', '<span style="position:absolute;clip:rect(0,0,0,0)">12</span>'],
  ])('in a page: %s and %s', async (raised, gone) => {
    const page = (figures: string[]) => bytes(`<!doctype html><meta charset="utf-8"><body>${figures.join('')}</body>`);
    const figures = [`10345${raised}`, `${gone}2378`];
    expect(await printedBlocks(page(figures.map((figure) => `<p>${figure}</p>`)))).toEqual(expected);
    const cells = figures.map((figure) => `<tr><td>许可</td><td>${figure}</td></tr>`);
    expect(JSON.stringify(await printedBlocks(page([`<table>${cells.join('')}</table>`])))).toMatch(
      /10345¹.*"2378|10345¹[^0-9]+2378/,
    );
  });

  it('in a DOCX, by itself or its style', async () => {
    const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const raised = ['superscript', 'subscript'].map((side) => `<w:vertAlign w:val="${side}"/>`);
    const styles =
      '<w:style w:type="character" w:styleId="note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    for (const properties of [...raised, '<w:rStyle w:val="note"/>']) {
      const body = `<w:p>${run('10345')}${run('1', properties)}</w:p><w:p>${run('12', '<w:strike/>')}${run('2378')}</w:p>`;
      expect(await printedBlocks(buildDocx({ body, styles }))).toEqual(expected);
    }
  });

  it('in RTF', async () => {
    const rtf = String.raw`{\rtf1\ansi 10345{\super 1}\par {\strike 12}2378\par 10345\up6 1\up0\par 10345{\sub 1}\par}`;
    expect(await printedBlocks(bytes(rtf))).toEqual([...expected, '10345¹', '10345¹']);
  });

  it('in OpenDocument', async () => {
    const style = (name: string, properties: string) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
    for (const position of ['super 58%', 'sub 58%', '-33% 58%']) {
      const up = style('up', `style:text-position="${position}"`);
      const odt = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>${up}${style('gone', 'style:text-line-through-style="solid"')}</office:automatic-styles>
<office:body><office:text><text:p>10345<text:span text:style-name="up">1</text:span></text:p><text:p><text:span text:style-name="gone">12</text:span>2378</text:p></office:text></office:body></office:document>`;
      expect(await printedBlocks(bytes(odt))).toEqual(expected);
    }
  });
});
