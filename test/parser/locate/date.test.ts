import { describe, expect, test } from 'vitest';
import { parseDate, parseYear } from '../../../parser/locate/published-on.ts';

describe('printed dates', () => {
  test.each([
    ['2021-03-30', '2021-03-30'],
    ['2019年2月28日', '2019-02-28'],
    ['二○一二年二月二十日', '2012-02-20'],
    ['二〇二〇年十二月三十一日', '2020-12-31'],
    ['2021/1/5', '2021-01-05'],
    ['２０２１年１月５日', '2021-01-05'],
    ['2019-03-05 20:27:00', '2019-03-05'],
    ['2019-03-0520:27:00', '2019-03-05'],
    ['发布于 2021 年 1 月 26 日', '2021-01-26'],
  ])('%s is %s', (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });

  test.each(['二〇一三年一月', '2021年2月30日', '无', '2021'])('%s is no date', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test('the three zeros of Chinese years are one', () => {
    expect(['二○二○', '二〇二〇', '二零二零', '二O二O'].map(parseYear)).toEqual([2020, 2020, 2020, 2020]);
  });
});
