import { describe, expect, test } from 'vitest';
import {
  divisionsByFormerName,
  divisionsByName,
  divisionsByStem,
} from '../../../../schema/law/vocabulary/division-names.ts';

const codes = (found: readonly { code: string }[]) => found.map((division) => division.code);

describe('divisions by name', () => {
  test('a name shared by several divisions gives all of them', () => {
    expect(codes(divisionsByName('鼓楼区'))).toEqual(['320106', '320302', '350102', '410204']);
  });

  test('an abolished county is found by its whole name, and its stem is that of today’s divisions', () => {
    expect(codes(divisionsByName('宜宾县'))).toEqual(['511521']);
    expect(codes(divisionsByStem('宜宾'))).toEqual(['511500']);
  });

  test('autonomous divisions are found by their usual short names', () => {
    expect(codes(divisionsByName('恩施州'))).toEqual(['422800']);
    expect(codes(divisionsByName('长阳县'))).toEqual(['420528']);
    expect(codes(divisionsByName('龙胜县'))).toEqual(['450328']);
    expect(codes(divisionsByName('鄂温克旗'))).toEqual(['150724']);
  });

  test('a name without its suffix is found where it is one place, and is several where it is not', () => {
    expect(codes(divisionsByStem('贡井'))).toEqual(['510303']);
    expect(codes(divisionsByStem('内蒙古'))).toEqual(['150000']);
    expect(divisionsByStem('朝阳').length).toBeGreaterThan(2);
  });

  test('a county that became a district or a city is found by its former name', () => {
    expect(codes(divisionsByFormerName('平安县'))).toEqual(['630203']);
    expect(codes(divisionsByFormerName('毕节地区'))).toEqual(['520500']);
    expect(divisionsByFormerName('清镇市')).toEqual([]);
  });
});
