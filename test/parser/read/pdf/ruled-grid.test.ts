import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../parser/read/pdf/geometry.ts';
import { cellText } from '../../../../parser/read/pdf/grid.ts';
import type { Glyph, Rule } from '../../../../parser/read/pdf/page-content.ts';
import { groupRules, ruledGrid } from '../../../../parser/read/pdf/ruled-grid.ts';
import { notText } from '../../../../parser/wording/figure.ts';

const level = (at: number, from: number, to: number): Rule => ({ axis: 'level', at, from, to });
const upright = (at: number, from: number, to: number): Rule => ({ axis: 'upright', at, from, to });

describe('lines of a page', () => {
  it('are one line where they are drawn cell by cell, touching or four points apart', () => {
    const down = upright(0, 0, 20);
    const pieces = [level(10, 104, 150), level(10, 0, 50), level(10.5, 50, 100)];
    expect(groupRules([...pieces, down])).toEqual([[level(10, 0, 150), down]]);
    expect(groupRules([level(10, 0, 50), level(10, 55, 100), down, upright(100, 0, 20)])).toHaveLength(2);
  });

  it('are lines of one table where they meet, through others too', () => {
    const table = [level(0, 0, 100), level(50, 0, 100), upright(0, 0, 50), upright(100, 0, 50)];
    const frame = [level(200, 0, 100), upright(104, 204, 300)];
    const apart = [level(400, 0, 100), upright(105, 400, 500)];
    expect(groupRules([...table, ...frame, ...apart]).map((group) => group.length)).toEqual([4, 2, 1, 1]);
  });
});

describe('a table drawn with lines', () => {
  const lines = [level(0, 0, 100), level(20, 0, 100), upright(0, 0, 20), upright(50, 0, 20), upright(100, 0, 20)];
  const set = (text: string, left: number): Glyph[] =>
    Array.from(text, (character, index) => {
      const box = { left: left + 6 * index, right: left + 6 * index + 6, top: 4, bottom: 16 };
      return { text: character, box, size: 12, turn: 0 };
    });

  const on = (glyphs: readonly Glyph[], pictures: readonly Box[] = []) => ({ glyphs, pictures, number: 1 });

  it('holds the whole of a number that is set over its right edge, and nothing that stands beside it', () => {
    const grid = ruledGrid(lines, on([...set('31', 10), ...set('2999985', 82), ...set('7', 140)]));
    expect(grid?.cells.map(cellText)).toEqual(['31', '2999985']);
    expect(grid?.edges).toEqual([0, 50, 100]);
    expect(grid?.box.right).toBe(124);
  });

  it('ends at its right edge where what stands there begins beyond it', () => {
    const grid = ruledGrid(lines, on([...set('31', 10), ...set('7', 101)]));
    expect(grid?.cells.map(cellText)).toEqual(['31', '']);
    expect(grid?.box.right).toBe(100);
  });

  it('holds a picture that is a cell’s own, and none that lies over several', () => {
    const picture = { left: 60, right: 80, top: 4, bottom: 16 };
    const seal = { left: 20, right: 120, top: -40, bottom: 60 };
    expect(ruledGrid(lines, on(set('31', 10), [picture]))?.cells.map(cellText)).toEqual(['31', notText]);
    expect(ruledGrid(lines, on(set('31', 10), [seal]))?.cells.map(cellText)).toEqual(['31', '']);
  });
});
