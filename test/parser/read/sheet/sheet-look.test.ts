import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { notText } from '../../../../parser/wording/figure.ts';
import { printedBlocks } from '../../../support/printed-blocks.ts';

/**
 * Written with openpyxl, and saved from that with LibreOffice: a picture in B1, the second row hidden, zeros not shown, D1 struck out, and
 * D3 and D4 white, on paper and on blue. An XLS does not yet tell of all.
 */
it.each([
  ['xlsx', notText, notText],
  ['xls', '5', '4'],
  ['ods', notText, notText],
])('a sheet is read as it looks: %s', async (extension, struck, white) => {
  const file = readFileSync(`test/parser/read/sheet/looks.${extension}`);
  expect(await printedBlocks(file)).toEqual([
    [
      ['规章', notText, '7', struck],
      ['规范性文件', '', '20', white],
      ['行政处罚', '6', '8', '9'],
    ],
  ]);
});

/** Written with openpyxl: a condition on the cells of figures, with the format that it gives them. */
it.each([
  ['white where they are 0', 'zero', [notText, '7', '12'], ['3', notText, '8']],
  ['white by a formula', 'all', Array(3).fill(notText), Array(3).fill(notText)],
  ['struck out above 5', 'strike', Array(3).fill(notText), Array(3).fill(notText)],
  ['red above 5', 'red', ['0', '7', '12'], ['3', '0', '8']],
  ['white on a colour above 5', 'filled', ['0', '7', '12'], ['3', '0', '8']],
])('figures that a condition may hide are none: %s', async (_, name, first, second) => {
  const file = readFileSync(`test/parser/read/sheet/conditional-${name}.xlsx`);
  expect(await printedBlocks(file)).toEqual([
    [
      ['行政许可', ...first],
      ['行政处罚', ...second],
    ],
  ]);
});
