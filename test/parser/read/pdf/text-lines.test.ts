import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../../parser/read/pdf/page-content.ts';
import { withRaisedDigits } from '../../../../parser/read/pdf/raised-digits.ts';
import { withoutDoubles } from '../../../../parser/read/pdf/read-page.ts';
import { toLines } from '../../../../parser/read/pdf/text-lines.ts';

/** Characters from left to right, each as wide as it is set; digits are half as wide as ideographs. */
function set(text: string, left: number, base: number, size = 10): Glyph[] {
  let at = left;
  return [...text].map((character) => {
    const width = /[\x20-\x7e]/.test(character) ? size / 2 : size;
    const box = { left: at, right: at + width, top: base - 0.88 * size, bottom: base + 0.12 * size };
    at += width;
    return { text: character, box, size, turn: 0 };
  });
}

describe('lines of a page', () => {
  it('are found by their base line, whatever the sizes on it', () => {
    const lines = toLines([...set('年度报告', 60, 100, 16), ...set('2022', 20, 100), ...set('下一行', 20, 115)]);
    expect(lines.map(({ text }) => text)).toEqual(['2022 年度报告', '下一行']);
  });

  it('part digits that do not touch, and join ideographs that are spread', () => {
    expect(toLines([...set('1', 20, 50), ...set('2', 28, 50)])[0]?.text).toBe('1 2');
    expect(toLines([...set('12', 20, 50)])[0]?.text).toBe('12');
    expect(toLines([...set('总', 20, 50), ...set('计', 34, 50)])[0]?.text).toBe('总计');
  });

  it('hold bold type that is set twice once, and the same digit twice twice', () => {
    const twice = [...set('共100件', 20, 50), ...set('共100件', 20.4, 50)];
    expect(toLines(withoutDoubles(twice))[0]?.text).toBe('共100件');
  });
});

describe('marks of notes', () => {
  const textOf = (glyphs: readonly Glyph[]) => toLines(withRaisedDigits(glyphs)).map(({ text }) => text);

  it('are raised digits, no digits of the figure that they stand beside', () => {
    expect(textOf([...set('320', 20, 50), ...set('1', 35, 46, 6)])).toEqual(['320¹']);
    expect(textOf([...set('1', 17, 46, 6), ...set('320', 20, 50)])).toEqual(['¹320']);
    expect(textOf([...set('320', 20, 50), ...set('12', 35, 47)])).toEqual(['320¹²']);
  });

  it('are not seen in figures of one size, on one line or on two', () => {
    expect(textOf([...set('320', 20, 50), ...set('1', 35, 50)])).toEqual(['3201']);
    expect(textOf([...set('320', 20, 50), ...set('1', 35, 62)])).toEqual(['320', '1']);
  });

  it('part digits of unlike size that stand on one line', () => {
    expect(textOf([...set('320', 20, 50), ...set('1', 35, 50, 6)])).toEqual(['320 1']);
  });
});

describe('turned text', () => {
  /** The same characters on a page turned by a quarter: what ran to the right runs down, or up. */
  const down = ({ box, ...rest }: Glyph): Glyph => ({
    ...rest,
    turn: 1,
    box: { left: -box.bottom, right: -box.top, top: box.left, bottom: box.right },
  });
  const up = ({ box, ...rest }: Glyph): Glyph => ({
    ...rest,
    turn: 3,
    box: { left: box.top, right: box.bottom, top: -box.right, bottom: -box.left },
  });

  it.each([
    ['downwards', down],
    ['upwards', up],
  ])('is read along its own line, %s', (_, turned) => {
    const heading = [...set('商业', 20, 50), ...set('企业', 20, 62)];
    const lines = toLines([...heading.map(turned), ...set('自然人', 100, 200)]);
    expect(lines.map(({ text }) => text)).toEqual(['自然人', '商业', '企业']);
  });
});
