import { expect, test } from 'vitest';
import { provinceNamed, provinces } from '../../cdk/provinces.ts';
import { divisions } from '../../schema/law/vocabulary/divisions.ts';

/** Hong Kong, Macao and Taiwan are in GB/T 2260; the Regulations do not apply there. */
const elsewhere = ['71', '81', '82'];

test('there is a stack for each provincial-level division, under the name of the vocabulary', () => {
  const known = divisions.filter(({ level }) => level === 'province').map(({ code, name }) => [code.slice(0, 2), name]);
  expect(provinces.map(({ code, name }) => [code, name])).toEqual(
    known.filter(([code = '']) => !elsewhere.includes(code)),
  );
});

test('no two have a name in common', () => {
  expect(new Set(provinces.map(({ pinyin }) => pinyin)).size).toBe(31);
});

test.each(['sichuan', 'Sichuan', '51', '510000', '四川省', '四川'])('%s is Sichuan', (word) => {
  expect(provinceNamed(word).pinyin).toBe('sichuan');
});

test.each([
  ['广西', 'guangxi'],
  ['内蒙古', 'neimenggu'],
  ['新疆', 'xinjiang'],
  ['宁夏', 'ningxia'],
  ['北京', 'beijing'],
])('%s is %s', (word, pinyin) => {
  expect(provinceNamed(word).pinyin).toBe(pinyin);
});

test('a word that is no province is refused', () => {
  expect(() => provinceNamed('sichaun')).toThrow('sichaun is no province');
});
