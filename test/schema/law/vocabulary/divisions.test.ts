import { describe, expect, test } from 'vitest';
import { divisionByCode, divisionParents, divisions } from '../../../../schema/law/vocabulary/divisions.ts';

describe('GB/T 2260 divisions', () => {
  test.each([
    ['511000', '内江市', 'prefecture', '510000'],
    ['510303', '贡井区', 'county', '510300'],
    ['520181', '清镇市', 'county', '520100'],
    ['210800', '营口市', 'prefecture', '210000'],
    ['511800', '雅安市', 'prefecture', '510000'],
    ['510000', '四川省', 'province', null],
  ])('%s is %s', (code, name, level, parentCode) => {
    expect(divisionByCode(code)).toEqual({ code, name, level, parentCode });
  });

  test('a county directly under a province has the province as parent', () => {
    expect(divisionByCode('419001')).toMatchObject({ name: '济源市', level: 'county', parentCode: '410000' });
  });

  test('districts of Beijing stand under Beijing; 110100 does not exist', () => {
    expect(divisionByCode('110101')).toMatchObject({ name: '东城区', parentCode: '110000' });
    expect(divisionByCode('110100')).toBeNull();
  });

  test('parents are listed nearest first', () => {
    const gongjing = divisions.find((division) => division.code === '510303');
    expect(gongjing && divisionParents(gongjing).map((parent) => parent.name)).toEqual(['自贡市', '四川省']);
  });

  test('a county that is no more keeps its code and its place, and is not among the divisions of today', () => {
    const county = { code: '510124', name: '郫县', level: 'county', parentCode: '510100' };
    expect(divisionByCode('510124')).toEqual(county);
    expect(divisions.some((division) => division.name === '郫县')).toBe(false);
  });

  test('headings and development zones of the statistics bureau are not divisions', () => {
    expect(divisions.filter((division) => /直辖县级|市辖区$/.test(division.name))).toEqual([]);
    expect(divisionByCode('511071')).toBeNull();
  });

  test('every parent exists and codes are unique', () => {
    expect(new Set(divisions.map((division) => division.code)).size).toBe(divisions.length);
    const orphans = divisions.filter(({ parentCode }) => parentCode !== null && divisionByCode(parentCode) === null);
    expect(orphans).toEqual([]);
  });
});
