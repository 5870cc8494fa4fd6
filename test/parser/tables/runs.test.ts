import { expect, it } from 'vitest';
import type { Atom } from '../../../parser/tables/atoms.ts';
import { toRuns } from '../../../parser/tables/runs.ts';

const apart = { kind: 'break' } as const;

/** Cells of a grid row by row: words, figures, and blanks. */
function cells(...rows: readonly (readonly string[])[]): Atom[] {
  return rows.flatMap((texts, row) =>
    texts.map((text, column) => ({
      text,
      kind: text === '' ? 'blank' : /^\d+$/.test(text) ? 'figure' : 'label',
      startsRow: column === 0,
      columnSpan: 1,
      grid: { table: 1, row: row + 1, column: column + 1 },
      ...{ line: row + 1, offset: 0, block: 0 },
    })),
  );
}

const textsOf = (...atoms: Parameters<typeof toRuns>[0][]) =>
  toRuns(atoms.flat()).map(({ labels, values }) => [labels, values].map((each) => each.map(({ text }) => text)));

it('labels without a figure join the labels of the next run, but not over a sentence', () => {
  expect(textsOf(cells(['申请人'], ['予以公开', '4']))).toEqual([[['申请人', '予以公开'], ['4']]]);
  expect(textsOf(cells(['申请人']), [apart], cells(['予以公开', '4']))).toEqual([
    [['申请人'], []],
    [['予以公开'], ['4']],
  ]);
});

it('nothing between two sentences is no run', () => {
  expect(textsOf([apart, apart])).toEqual([]);
});

it('blanks before a row’s label are places of merged cells, and one number there is the row’s own', () => {
  expect(textsOf(cells(['', '', '予以公开', '4', '']))).toEqual([[['予以公开'], ['4', '']]]);
  expect(textsOf(cells(['7', '予以公开', '4']))).toEqual([[['予以公开'], ['4']]]);
  expect(textsOf(cells(['123', '予以公开', '4']))).toEqual([[[], ['123', '予以公开', '4']]]);
});

it('words among the figures of a row stand in a figure’s place', () => {
  expect(textsOf(cells(['予以公开', '4', '无', '5'], ['部分公开', '6']))).toEqual([
    [['予以公开'], ['4', '无', '5']],
    [['部分公开'], ['6']],
  ]);
});
