import { describe, expect, it } from 'vitest';
import { proseNumber, quantities } from '../../../parser/prose/sentences.ts';

describe('proseNumber', () => {
  it.each([
    ['13912', 13_912],
    ['12,345', 12_345],
    ['1.2万', 12_000],
    ['195.4万余', 1_954_000],
    ['14万9000余', 149_000],
    ['20余万', 200_000],
    ['1亿2000万', 120_000_000],
    ['3千', 3000],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['一万二千', 12_000],
    ['二〇一八', 2018],
    ['零', 0],
    ['50.65万', 506_500],
  ])('reads %s as %d', (printed, value) => {
    expect(proseNumber(printed)).toBe(value);
  });

  it('reads nothing where there is no number', () => {
    expect(proseNumber('若干')).toBeNull();
  });
});

describe('quantities', () => {
  it.each(['260余条', '约260条', '近260条', '260多条', '260条左右', '260条以上', '超过260条'])(
    'takes %s for round',
    (text) => {
      expect(quantities(text)).toEqual([{ value: 260, unit: '条', approximate: true, start: 0, end: text.length }]);
    },
  );

  it('gives figures with their units and places', () => {
    expect(quantities('收到申请十二件,收取2.5万元')).toEqual([
      { value: 12, unit: '件', approximate: false, start: 4, end: 7 },
      { value: 25_000, unit: '元', approximate: false, start: 10, end: 15 },
    ]);
  });

  it.each(['1', '万', '十', '1万'])('is not slowed down by a long run of %s without a unit', (sign) => {
    expect(quantities(sign.repeat(5000))).toEqual([]);
  });

  it('prefers the longer unit', () => {
    expect(quantities('召开新闻发布会27场次,培训92人次').map(({ unit }) => unit)).toEqual(['场次', '人次']);
  });

  it.each(['2018年', '增长20%', '在20个工作日内', '第20条', '川府发〔2018〕57号', '5人大代表'])(
    'finds none in %s',
    (text) => {
      expect(quantities(text)).toEqual([]);
    },
  );
});
