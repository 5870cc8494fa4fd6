import { describe, expect, it } from 'vitest';
import { isSiteElsewhere } from '../../../parser/locate/agency.ts';
import { siteOf } from '../../../parser/locate/site.ts';
import { divisionByCode } from '../../../schema/law/vocabulary/divisions.ts';

describe('the site of a government', () => {
  it.each([
    ['http://www.neijiang.gov.cn/a/1.html', ['内江市']],
    ['https://jyj.suining.gov.cn/', ['睢宁县', '绥宁县', '遂宁市']],
    ['http://www.dongxingqu.gov.cn:8080', ['东兴区']],
    ['http://www.lvliang.gov.cn/', ['吕梁市']],
    ['http://www.sc.gov.cn/neijiang', []],
    ['http://www.gov.cn/', []],
    ['http://neijiang.com/', []],
  ])('%s is named by %j', (url, names) => {
    expect(siteOf(url).divisions.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['http://www.neijiang.gov.cn/', '511011', false],
    ['http://www.dongxingqu.gov.cn/', '511000', false],
    ['http://www.sichuan.gov.cn/', '511011', false],
    ['http://www.zigong.gov.cn/', '511011', true],
    ['http://www.scnj.gov.cn/', '511011', false],
  ])('%s is elsewhere for %s: %s', (url, code, isElsewhere) => {
    const division = divisionByCode(code);
    expect(division !== null && isSiteElsewhere(siteOf(url), division)).toBe(isElsewhere);
  });
});
