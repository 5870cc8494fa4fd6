import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recogniseYear } from '../../../parser/locate/year.ts';

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8');

describe('the report year', () => {
  test.each([
    ['gongjing-2018', 2018],
    ['neijiang-2020', 2020],
    ['qingzhen-2020', 2020],
    ['yingkou-2020', 2020],
  ])('%s is of %i by its statistics period alone', (name, year) => {
    expect(recogniseYear({ titles: [], body: sample(name) })).toMatchObject({ year, from: 'period', others: [] });
  });

  test('the title wins over the period, and the period is kept as a doubt', () => {
    const body = '所列数据的统计期限自2019年1月1日起至2019年12月31日止。';
    const reading = recogniseYear({ titles: ['内江市2020年政府信息公开工作年度报告'], body });
    expect(reading).toEqual({ year: 2020, from: 'title', title: 2020, period: 2019, others: [2019] });
  });

  test.each([
    ['二〇一二年内江市政府信息公开年报', 2012],
    ['202020年内江市政府信息公开工作年度报告', 2020],
    ['2020 政府信息公开工作年度报告', 2020],
  ])('%s is of %i', (title, year) => {
    expect(recogniseYear({ titles: [title], body: '' })?.year).toBe(year);
  });

  test.each(['自20191月1日起至201912月31日止', '2019年1月1日至202019年12月31日', '2019年1月1日—12月31日'])(
    'a damaged period is read: %s',
    (body) => {
      expect(recogniseYear({ titles: [], body })?.year).toBe(2019);
    },
  );

  test('without title and period the year that sentences begin with is taken, never that of publication', () => {
    expect(recogniseYear({ titles: [], body: '2018年,我区公开信息。2018年,我区办理。\n2019年2月28日' })).toMatchObject({
      year: 2018,
      from: 'body',
    });
    expect(recogniseYear({ titles: [], body: '发布时间:2019-03-05' })).toBeNull();
  });

  test.each([
    '现将内江市教育局2021年政府信息公开工作年度报告公布如下。',
    '以上为内江市教育局2021年政府信息公开工作年度报告。',
    '本报告由内江市教育局编制,反映2021年度政府信息公开工作情况。',
    '2021年度没有其他需要报告的事项。',
  ])('another year that a report says of itself is a doubt: %s', (body) => {
    const titles = ['内江市教育局2022年政府信息公开工作年度报告'];
    expect(recogniseYear({ titles, body })).toMatchObject({ year: 2022, others: [2021] });
    expect(recogniseYear({ titles, body: body.replace('2021', '2022') })).toMatchObject({ year: 2022, others: [] });
  });

  test.each([
    '2022年,我局按时发布2021年度政府信息公开工作年度报告。',
    '申请数量与2021年1月1日至2021年12月31日相比有所增加。',
  ])('last year is no doubt where it is spoken of as such: %s', (body) => {
    const titles = ['内江市教育局2022年政府信息公开工作年度报告'];
    expect(recogniseYear({ titles, body })).toMatchObject({ year: 2022, others: [] });
  });
});
