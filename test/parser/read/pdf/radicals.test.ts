import { expect, it } from 'vitest';
import { withoutRadicals } from '../../../../parser/read/pdf/read-page.ts';

it('reads radicals that printing programs put for characters, and nothing else', () => {
  expect(withoutRadicals('⼀、⼯作⻓期')).toBe('一、工作长期');
  expect(withoutRadicals('(一)规章 １２')).toBe('(一)规章 １２');
});
