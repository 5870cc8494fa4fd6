import { describe, expect, it } from 'vitest';
import { clauses, proseNumber, quantities, sentences } from '../../../parser/prose/sentences.ts';

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

describe('sentences', () => {
  it('end at full stops, and at a point after a word but not in a number or an address', () => {
    const text = '1.主动公开。围绕公开内容.2020年公开1.2万条。见www.gzqz.gov.cn';
    expect(sentences(text).map((sentence) => sentence.text)).toEqual([
      '1.主动公开',
      '围绕公开内容',
      '2020年公开1.2万条',
      '见www.gzqz.gov.cn',
    ]);
  });

  it('are not made of what is too long for one', () => {
    expect(sentences(`${'公开'.repeat(2000)}。办结9件`).map((sentence) => sentence.text)).toEqual(['办结9件']);
  });

  it('go on after a semicolon and where they begin with 其中', () => {
    expect(sentences('收到申请9件;办结9件。其中,网络申请3件。答复9件').map(({ continues }) => continues)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

const of = (text: string) => clauses({ text, start: 0, continues: false });

describe('clauses', () => {
  it('end at commas and brackets, and at 、 only after a figure', () => {
    expect(
      of('收到申请2件(其中网络申请1件、信函申请1件),涉及征地、财政').map(({ text, inBrackets }) => [text, inBrackets]),
    ).toEqual([
      ['收到申请2件', false],
      ['其中网络申请1件', true],
      ['信函申请1件', true],
      ['涉及征地、财政', false],
    ]);
  });

  it('do not end inside a number', () => {
    expect(of('公开信息12,345条,办结9件').map(({ text }) => text)).toEqual(['公开信息12,345条', '办结9件']);
  });

  it('begin with the time or the means that is set off before them', () => {
    const text = '坚持公开,通过政府网站,公开信息5条';
    expect(of(text).at(-1)?.contextStart).toBe(text.indexOf('通过'));
    expect(of('2018年,我区公开信息5条').at(-1)?.contextStart).toBe(0);
    expect(of('加强领导,我区公开信息5条').at(-1)?.contextStart).toBe(5);
  });
});
