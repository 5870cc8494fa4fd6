import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publicationDays, recognisePublishedOn } from '../../../parser/locate/published-on.ts';

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

  test.each([
    ['日期:2024年3月5日 星期二'],
    ['今天是2024年3月5日 星期二'],
    ['更新时间:2024-03-05'],
    ['来源:市政府 更新 时间:2024-03-05'],
    ['打印时间:2024-03-05'],
    ['访问时间:2024-03-05'],
  ])('a clock, a change of the page and a print are no publication: %s', (line) => {
    expect(recognisePublishedOn([line, '发布时间:2023-01-20'])).toBe('2023-01-20');
    expect(recognisePublishedOn([line, '一、总体情况'])).toBeNull();
  });

  test('of several days under labels of one kind none is known to be it', () => {
    const lines = ['发布时间:2023-01-10', '发布日期:2023-03-05'];
    expect(recognisePublishedOn(lines)).toBeNull();
    expect(publicationDays(lines)).toEqual(['2023-01-10', '2023-03-05']);
    expect(recognisePublishedOn(['成文日期:2023-01-10', '发布日期:2023-03-05'])).toBe('2023-03-05');
  });

  test('dates of a list of links are not the date of this report', () => {
    expect(recognisePublishedOn(['2019年年报', '2020-01-20', '2018年年报', '2019-01-21'])).toBeNull();
  });
});

describe('the templates of pages', () => {
  test.each([
    ['来源:区政府办 时间:2022-01-07 11:43'],
    ['信息来源：市统计局　日期：2022-01-07　浏览次数：12'],
    ['日期:2022-01-07来源:合川工业园区管委会'],
    ['发表时间:2022-01-07 16:35'],
    ['来源: 作者: 时间:2022-01-07 点击率:【 打印 】'],
    ['2022-01-07 来源：市政府办公室 字体：大 中 小'],
    ['索 引 号: | 2022-00001 | 生成日期: | 2022-01-07 |'],
    ['时 间：2022年01月07日'],
    ['[2022-01-07]'],
  ])('%s', (line) => {
    expect(recognisePublishedOn(['某县2021年政府信息公开工作年度报告', line, '一、总体情况'])).toBe('2022-01-07');
  });

  test('the period of the statistics is no day of publication', () => {
    expect(recognisePublishedOn(['数据统计时间:2021年1月1日至2021年12月31日'])).toBeNull();
  });
});
