import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../parser/read/html/read-html.ts';
import { tame } from '../../../../parser/read/html/tame.ts';

const many = 1_000_000;

describe('tame', () => {
  it('leaves a real page as it is, unclosed paragraphs and rows included', () => {
    const rows = '<tr><td><p><b>一<td>2'.repeat(3000);
    const page = `<html><body><script>if (a<b) c("</p>")</script>${'<p>文字'.repeat(3000)}<table>${rows}</table></body></html>`;
    expect(tame(page)).toBe(page);
  });

  it('keeps every character where it stood while it blanks tags nested too deeply', () => {
    const page = `${'<div>\n'.repeat(1000)}<p>核心</p>`;
    const tamed = tame(page);
    expect(tamed).toHaveLength(page.length);
    expect(tamed.indexOf('核心')).toBe(page.indexOf('核心'));
    expect(tamed.split('\n')).toHaveLength(1001);
  });

  it('ends a tag behind its quoted values, and counts its attributes and not their quotes', () => {
    const [most, more] = [300, 301].map((count) => `<p${' a="1>2"'.repeat(count)}>文字`);
    expect(tame(`${most}`)).toBe(most);
    expect(tame(`${more}`)).toBe(`${' '.repeat(`${more}`.length - 2)}文字`);
  });

  it('blanks what is nested deeper than browsers follow, and type in more type than any page has', () => {
    expect(tame('<div>'.repeat(400))).toBe('<div>'.repeat(400));
    expect(tame('<div>'.repeat(401))).toBe(`${'<div>'.repeat(400)}     `);
    expect(tame('<b>'.repeat(9))).toBe(`${'<b>'.repeat(8)}   `);
    const apart = '<b>重</b>'.repeat(9);
    expect(tame(apart)).toBe(apart);
  });

  it('takes nothing in a comment or a script for a tag', () => {
    const page = `${'<!-- <div> -->'.repeat(401)}<script>${'"<div>"'.repeat(401)}</script>`;
    expect(tame(page)).toBe(page);
  });

  it('never joins figures by dropping what stands between them', () => {
    const text = tame(`${'<div>'.repeat(3000)}<span>1</span><span>2</span>`).replace(/<[^>]*>/g, '');
    expect(text.trim()).toMatch(/^1\s+2$/);
  });
});

describe('a page made to be costly is read to its end', () => {
  it.each<[string, string]>([
    ['unclosed boxes', '<div>'],
    ['unclosed tables', '<table><tr><td>'],
    ['unclosed type', '<b><i><font size=1>'],
    ['comments', '<!--'],
    ['quotes', '<a href="'],
    ['texts in scripts', '<script>"'],
    ['style sheets', '<style>a{'],
    ['merged cells', '<table><tr><td rowspan=9999 colspan=9999>1<td>2'],
  ])('of %s', (_, piece) => {
    const page = `<p>一、总体情况</p>${piece.repeat(many / piece.length)}`;
    expect(readHtml(page)[0]).toMatchObject({ text: '一、总体情况' });
  });
});
