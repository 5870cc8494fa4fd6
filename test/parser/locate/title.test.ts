import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recogniseTitle } from '../../../parser/locate/title.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8').split('\n');

const text =
  '本报告依据《中华人民共和国政府信息公开条例》编制,所列数据的统计时限为2019年1月1日至2019年12月31日。如有疑问,请与本机关联系,电话和地址见政府信息公开指南。';

describe('the title of a report', () => {
  test.each([
    ['gongjing-2018', '自贡市贡井区人民政府2018年度政府信息公开工作年度报告'],
    ['neijiang-2020', '2020年内江市政府信息公开工作年度报告'],
    ['qingzhen-2020', '清镇市人民政府2020年政府信息公开工作年度报告'],
    ['yingkou-2020', '营口市2020年度政府信息公开工作报告'],
    ['yaan-2021-work-plan', null],
  ])('of %s', (name, title) => {
    expect(recogniseTitle(sample(name))).toBe(title);
  });

  test('a title broken over two lines is joined', () => {
    expect(recogniseTitle(['长桥乡2019年政府信息公开年度工作', '报 告', text])).toBe(
      '长桥乡2019年政府信息公开年度工作报告',
    );
  });

  test('an agency on the line above belongs to the title', () => {
    const lines = ['内江市教育局', '2019年政府信息公开工作年度报告', text];
    expect(recogniseTitle(lines)).toBe('内江市教育局2019年政府信息公开工作年度报告');
  });

  test('of links to several years the one of the statistics period is the title', () => {
    const lines = [
      '2021年清镇市政府信息公开年报',
      '2019年清镇市政府信息公开年报',
      '2018年清镇市政府信息公开年报',
      text,
    ];
    expect(recogniseTitle(lines)).toBe('2019年清镇市政府信息公开年报');
  });

  test.each([
    '上一篇:观山湖区2020年政府信息公开工作年度报告',
    '当前位置: 首页政务公开政府信息公开政府信息公开年报2020年区(市、县)年报',
    '关于做好2020年政府信息公开工作年度报告编制工作的通知',
    '政府信息公开年报',
    '附件:2020年度政府信息公开情况统计表',
  ])('%s is none', (line) => {
    expect(recogniseTitle([line, text])).toBeNull();
  });

  test('a title in metadata is found behind its label', () => {
    expect(recogniseTitle(['标 题 | 2020年内江市政府信息公开工作年度报告 | ||', text])).toBe(
      '2020年内江市政府信息公开工作年度报告',
    );
  });
});
