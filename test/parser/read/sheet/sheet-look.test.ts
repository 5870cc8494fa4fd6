import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { notText } from '../../../../parser/wording/figure.ts';
import { printedBlocks } from '../../../support/printed-blocks.ts';

/**
 * Written with openpyxl, and saved from that with LibreOffice: a picture in B1, the second row hidden, zeros not shown, D1 struck out, and
 * D3 and D4 white, on paper and on blue. An XLS and an ODS do not yet tell of all.
 */
it.each([
  ['xlsx', notText, notText],
  ['xls', '5', '4'],
  ['ods', notText, '4'],
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
