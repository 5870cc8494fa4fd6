import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readingsOf } from '../../schema/law/vocabulary/pinyin.ts';
import { buildPinyin } from '../../tools/build-pinyin.ts';

it('the table of readings is what the script makes of its package', () => {
  expect(readFileSync('schema/law/vocabulary/pinyin.generated.ts', 'utf8')).toBe(buildPinyin());
});

it('has every reading of a character, and takes what is none for itself', () => {
  expect([...readingsOf('重')].toSorted()).toEqual(expect.arrayContaining(['chong', 'zhong']));
  expect(readingsOf('吕')).toEqual(['lv']);
  expect(readingsOf('A')).toEqual(['a']);
});
