import { expect, it } from 'vitest';
import { decode } from '../../../parser/read/decode.ts';
import { withoutRadicals } from '../../../parser/wording/radicals.ts';
import { buildDocx } from '../../support/build-docx.ts';
import { printedBlocks } from '../../support/printed-blocks.ts';

it('a character stands for each radical and each ideograph of compatibility', () => {
  expect(withoutRadicals('⼀、⼯作⻓期，⾏政履\uF937')).toBe('一、工作长期，行政履路');
  expect(withoutRadicals('(一)规章 １２')).toBe('(一)规章 １２');
  expect(withoutRadicals('\uFA6C')).toBe('\uFA6C'); // its ideograph takes two units of UTF-16
});

it('in pages, text and Word alike', async () => {
  expect(decode(Buffer.from('⻅附件')).text).toBe('见附件');
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const body = `<w:p><w:r><w:t>⼆、⾏政</w:t></w:r></w:p><w:tbl><w:tr>${cell('⾏政许可')}${cell('7')}</w:tr></w:tbl>`;
  expect(await printedBlocks(buildDocx({ body }))).toEqual(['二、行政', [['行政许可', '7']]]);
});
