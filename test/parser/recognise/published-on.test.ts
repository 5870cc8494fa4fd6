import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recognisePublishedOn } from '../../../parser/recognise/published-on.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8').split('\n');

describe('the day of publication', () => {
  test.each([
    ['gongjing-2018', '2019-03-05'],
    ['neijiang-2020', '2021-03-30'],
    ['qingzhen-2020', '2021-01-29'],
    ['yaan-2021-work-plan', '2021-05-20'],
    ['yingkou-2020', null],
  ])('%s was published on %s', (name, date) => {
    expect(recognisePublishedOn(sample(name))).toBe(date);
  });

  test('a label may have blanks in it and its date on the next line', () => {
    expect(recognisePublishedOn(['发布 日 期：', '2022-01-24 10:11', '正文'])).toBe('2022-01-24');
  });

  test('a label without a value is passed over', () => {
    expect(recognisePublishedOn(['发布时间:', '来源:市政府', '公开日期：2022年1月24日'])).toBe('2022-01-24');
  });

  test('without metadata the date under the signature is taken', () => {
    expect(recognisePublishedOn(['标题', '内江市教育局', '2022年1月24日'])).toBe('2022-01-24');
  });

  test('dates of a list of links are not the date of this report', () => {
    expect(recognisePublishedOn(['2019年年报', '2020-01-20', '2018年年报', '2019-01-21'])).toBeNull();
  });
});
