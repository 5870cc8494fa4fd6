import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { encodeGb18030 } from '../../../support/gb18030.ts';
import { printedBlocks } from '../../../support/printed-blocks.ts';

/** The record that names the code page, with that of GBK and that which the writer knows. */
const codePageOf = (page: string) => Buffer.from(`42000200${page}`, 'hex');
const gbk = codePageOf('a803');
const western = codePageOf('e404');

it('a workbook of Excel 95 is read in its code page', async () => {
  const sheet = utils.aoa_to_sheet([
    ['ABCDEF', 12],
    ['GHIJKLMN', 3],
  ]);
  const file = Buffer.from(
    write({ SheetNames: ['Sheet1'], Sheets: { Sheet1: sheet } }, { type: 'buffer', bookType: 'biff5' }),
  );
  // The writer knows Western text alone: Chinese text of the same length in bytes takes its place.
  file.set(encodeGb18030('规章数'), file.indexOf('ABCDEF'));
  file.set(encodeGb18030('行政许可'), file.indexOf('GHIJKLMN'));
  file.set(gbk, file.indexOf(western));
  expect(await printedBlocks(file)).toEqual([
    [
      ['规章数', '12'],
      ['行政许可', '3'],
    ],
  ]);
});
