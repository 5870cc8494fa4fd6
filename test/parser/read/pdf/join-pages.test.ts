import { describe, expect, it } from 'vitest';
import { cellText, type Grid, rowOf } from '../../../../parser/read/pdf/grid.ts';
import { joinPages } from '../../../../parser/read/pdf/join-pages.ts';
import type { PageItem } from '../../../../parser/read/pdf/page-items.ts';

const [size, padding, width, height] = [10, 10, 100, 20];
const edges = [0, width, 2 * width, 3 * width];

/** A drawn table of three columns on a page, its texts a cell each; the lines of a cell are parted by `\n`. */
function drawn(page: number, rows: readonly (readonly [string, string, string])[]): PageItem {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => {
      const box = { left: column * width, right: (column + 1) * width, top: row * height, bottom: (row + 1) * height };
      const left = box.left + padding;
      const lines = text === '' ? [] : text.split('\n');
      return {
        ...{ row, column, rowSpan: 1, columnSpan: 1, box, page },
        lines: lines.map((line) => ({
          text: line,
          size,
          glyphs: [],
          box: { ...box, left, right: left + [...line].length * size },
        })),
      };
    }),
  );
  const box = { left: 0, right: 3 * width, top: 0, bottom: rows.length * height };
  const grid: Grid = { cells, rows: rows.length, edges, box, ruled: true };
  return { kind: 'grid', page, grid };
}

function rowsOf(items: readonly PageItem[]): string[][][] {
  return items.flatMap((item) =>
    item.kind === 'grid'
      ? [Array.from({ length: item.grid.rows }, (_, row) => rowOf(item.grid, row).map(cellText))]
      : [],
  );
}

const heading: [string, string, string] = ['信息内容', '制发件数', '废止件数'];

describe('a row that a page cuts', () => {
  it('is one row where its label goes on from a full line, padding aside', () => {
    const above = drawn(1, [heading, ['行政处罚决定书', '12', '3']]);
    const below = drawn(2, [
      ['数量', '', ''],
      ['行政强制', '4', '5'],
    ]);
    expect(rowsOf(joinPages([above, below]))).toEqual([
      [heading, ['行政处罚决定书\n数量', '12', '3'], ['行政强制', '4', '5']],
    ]);
  });

  it('is one row where its label stands above and its figures below', () => {
    const above = drawn(1, [heading, ['行政许可', '', '']]);
    const below = drawn(2, [
      ['', '12', '3'],
      ['行政强制', '4', '5'],
    ]);
    expect(rowsOf(joinPages([above, below]))).toEqual([[heading, ['行政许可', '12', '3'], ['行政强制', '4', '5']]]);
  });

  it('is one row where its figures stand above and its label below', () => {
    const above = drawn(1, [heading, ['', '12', '3']]);
    const below = drawn(2, [
      ['1.行政许可', '', ''],
      ['2.行政强制', '4', '5'],
    ]);
    expect(rowsOf(joinPages([above, below]))).toEqual([[heading, ['1.行政许可', '12', '3'], ['2.行政强制', '4', '5']]]);
  });

  it('is none where figures stand on both sides, or two labels below', () => {
    const above = drawn(1, [heading, ['', '12', '3']]);
    for (const row of [
      ['1.行政许可', '', '5'],
      ['1.行政许可', '无数据', ''],
    ] as [string, string, string][]) {
      expect(rowsOf(joinPages([above, drawn(2, [row])]))).toEqual([[heading, ['', '12', '3'], row]]);
    }
  });

  it('stands below headings that the page prints again, which stand once', () => {
    const above = drawn(1, [heading, ['行政处罚', '12', '3']]);
    const below = drawn(2, [heading, ['行政强制', '4', '5']]);
    expect(rowsOf(joinPages([above, below]))).toEqual([[heading, ['行政处罚', '12', '3'], ['行政强制', '4', '5']]]);
    const cut = drawn(1, [heading, ['行政处罚决定书', '12', '3']]);
    expect(rowsOf(joinPages([cut, drawn(2, [heading, ['数量', '', '']])]))).toEqual([
      [heading, ['行政处罚决定书\n数量', '12', '3']],
    ]);
  });

  it('is none where the row above ends early, or the next one begins with a label of its own', () => {
    const short = drawn(1, [heading, ['行政许可', '12', '3']]);
    expect(rowsOf(joinPages([short, drawn(2, [['数量', '', '']])]))).toEqual([
      [heading, ['行政许可', '12', '3'], ['数量', '', '']],
    ]);
    const blank = drawn(1, [heading, ['行政许可', '', '']]);
    expect(rowsOf(joinPages([blank, drawn(2, [['行政强制', '4', '5']])]))).toEqual([
      [heading, ['行政许可', '', ''], ['行政强制', '4', '5']],
    ]);
  });
});
