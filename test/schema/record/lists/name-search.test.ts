import { describe, expect, it } from 'vitest';
import { nameTest } from '../../../../schema/record/lists/name-search.ts';

const qingzhen = { name: '清镇市人民政府', divisionCode: '520181' };
const gongjing = { name: '自贡市贡井区人民政府', divisionCode: '510303' };
const chongqing = { name: '重庆市财政局', divisionCode: '500000' };
const nowhere = { name: '国家税务总局', divisionCode: null };

const finds = (search: string) =>
  [qingzhen, gongjing, chongqing, nowhere].filter(nameTest(search)).map(({ name }) => name);

describe('the search for an agency', () => {
  it.each([
    '清镇',
    '清镇市人民政府',
    '贵阳市清镇',
    '贵阳清镇',
    '贵州省贵阳市清镇市人民政府',
    '清镇政府',
    ' 清镇 政府 ',
    'qz',
    'qzsrmzf',
    'gysqz',
    'GYQZ',
    'qingzhen',
    'qingzhenshi',
    'guiyangqingzhen',
    'Qingzhen City',
    "Qingzhen Municipal People's Government",
    'Guizhou Province Guiyang City Qingzhen',
    'qingzh',
  ])('finds 清镇市人民政府 by %s', (search) => expect(finds(search)).toEqual([qingzhen.name]));

  it.each(['贡井', '自贡贡井', '四川贡井区政府', 'gjq'])('finds 自贡市贡井区人民政府 by %s', (search) => {
    expect(finds(search)).toEqual([gongjing.name]);
  });

  it.each([
    ['lvliang', '吕梁市人民政府'],
    ['Lüliang', '吕梁市人民政府'],
    ['lyuliang', '吕梁市人民政府'],
    ["Xi'an", '西安市人民政府'],
    ['Shaanxi', '陕西省人民政府'],
    ['Inner Mongolia', '内蒙古自治区人民政府'],
    ['Tibet', '西藏自治区人民政府'],
    ['leshan shi', '乐山市人民政府'],
  ])('finds by %s what is spelt otherwise than it reads', (search, name) => {
    expect(nameTest(search)({ name, divisionCode: null })).toBe(true);
    expect(nameTest(search)({ name: '南京市人民政府', divisionCode: null })).toBe(false);
  });

  it('does not find by pinyin of another place, in another order, or with a letter too many', () => {
    for (const search of ['zunyi', 'zhenqing', 'qingzhenx', 'qingzhen county']) expect(finds(search)).toEqual([]);
  });

  it('comes to an end for letters that can be read in very many ways', () => {
    const name = '阿'.repeat(100);
    expect(nameTest(`${'a'.repeat(99)}x`)({ name, divisionCode: null })).toBe(false);
    expect(nameTest('a'.repeat(100))({ name, divisionCode: null })).toBe(true);
  });

  it('knows every reading of a character', () => {
    expect(finds('cqs')).toEqual([chongqing.name]);
    expect(finds('zqs')).toEqual([chongqing.name]);
  });

  it('finds by a part that several have, and all by nothing', () => {
    expect(finds('人民政府')).toEqual([qingzhen.name, gongjing.name]);
    expect(finds('')).toHaveLength(4);
  });

  it('does not find by single characters that stand apart, by another place, or by an order of its own', () => {
    expect(finds('清府')).toEqual([]);
    expect(finds('遵义清镇')).toEqual([]);
    expect(finds('政府清镇')).toEqual([]);
    expect(finds('局税务')).toEqual([]);
  });
});
