import { describe, expect, it } from 'vitest';
import { mayBeReportOf } from '../../../schema/record/undecided.ts';

const education = { name: '内江市教育和体育局', divisionCode: '511000' };
const district = { name: '内江市东兴区教育局', divisionCode: '511011' };
const city = { name: '内江市人民政府', divisionCode: '511000' };
const town = { name: '东兴区高桥镇人民政府', divisionCode: '511011' };
const hall = { name: '内江市甜城事务中心', divisionCode: '511000' };

const may = (name: string, agency: typeof education, years: number[] = []) =>
  mayBeReportOf({ names: [name], years, reasons: [] }, agency, 2021);

describe('an upload may be the report of', () => {
  it.each([
    ['raw/内江市教育和体育局2021年政府信息公开工作年度报告.pdf', education],
    ['raw/内江/教体局 2021 年报.pdf', education],
    ['教育局2021年度报告(扫描件).pdf', education],
    ['东兴区/教育局/2021.pdf', district],
    ['教育局2021.pdf', district],
    ['raw/内江市2021年政府信息公开工作年度报告.pdf', city],
    ['内江市政府办公室2021年年报.doc', city],
    ['高桥镇2021年政府信息公开年报.pdf', town],
    ['内江甜城事务中心年报.pdf', hall],
  ])('%s: %j', (name, agency) => {
    expect(may(name, agency)).toBe(true);
  });

  it.each([
    ['raw/内江市财政局2021年政府信息公开工作年度报告.pdf', education],
    ['raw/自贡市教育局2021年政府信息公开工作年度报告.pdf', education],
    ['高桥镇2021年政府信息公开年报.pdf', city],
    ['内江市教育局2021年年报.pdf', city],
    ['威远县教育局2021.pdf', district],
    ['平坦镇2021年年报.pdf', town],
    ['raw/scan001.pdf', education],
  ])('nobody else: %s: %j', (name, agency) => {
    expect(may(name, agency)).toBe(false);
  });
});

describe('of a year', () => {
  it.each([
    ['内江市教育局年报.pdf', [], true],
    ['内江市教育局2022-01-20.pdf', [], true],
    ['内江市教育局2019年年报.pdf', [], false],
    ['内江市教育局2019年年报.pdf', [2021], true],
    ['内江市教育局2021年年报.pdf', [2019, 2020], false],
  ])('%s, %j: %s', (name, years, isOfYear) => {
    expect(may(name, education, years)).toBe(isOfYear);
  });
});
