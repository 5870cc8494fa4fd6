import { describe, expect, test } from 'vitest';
import { Agency } from '../../../schema/record/agency.ts';
import { agencyId } from '../../../schema/record/agency-id.ts';

const gongjing = { divisionCode: '510303', provinceCode: '51' };

describe('agency ids', () => {
  test('an id has the shape that the contract gives it and begins with the division', () => {
    const id = agencyId({ name: '自贡市贡井区人民政府', ...gongjing });
    expect(id).toBe('510303-a0a743f0eed9');
    expect(Agency.shape.id.safeParse(id).success).toBe(true);
  });

  test('the same organ under a longer or shorter name of its place is one agency', () => {
    const ids = ['自贡市贡井区人民政府', '贡井区人民政府', '四川省自贡市贡井区人民政府'].map((name) =>
      agencyId({ name, ...gongjing }),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test('the branch of taxation is one agency with and without the national organ before its name', () => {
    const id = (name: string, divisionCode: string) => agencyId({ name, divisionCode, provinceCode: '51' });
    expect(id('国家税务总局内江市税务局', '511000')).toBe(id('内江市税务局', '511000'));
    expect(id('国家税务总局内江市东兴区税务局', '511011')).toBe(id('东兴区税务局', '511011'));
    expect(id('内江市国家税务局', '511000')).not.toBe(id('内江市税务局', '511000'));
    expect(id('国家统计局内江调查队', '511000')).not.toBe(id('内江调查队', '511000'));
  });

  test('another organ of the same place and the same organ of another place have other ids', () => {
    const government = agencyId({ name: '自贡市贡井区人民政府', ...gongjing });
    expect(agencyId({ name: '自贡市贡井区人民政府办公室', ...gongjing })).not.toBe(government);
    const elsewhere = agencyId({ name: '内江市人民政府', divisionCode: '511000', provinceCode: '51' });
    expect(elsewhere.slice(7)).not.toBe(government.slice(7));
  });

  test('without a division the id begins with the province, without either with zeros', () => {
    expect(agencyId({ name: '鼓楼区人民政府', divisionCode: null, provinceCode: '32' })).toMatch(/^320000-/);
    expect(agencyId({ name: '教育部', divisionCode: null, provinceCode: null })).toMatch(/^000000-/);
  });
});
