import { describe, expect, it } from 'vitest';
import { dutyOf, organKind } from '../../../../schema/law/vocabulary/organ-kinds.ts';

describe('branches of national organs', () => {
  it.each([
    ...['邮政管理局', '烟草专卖局', '通信管理局', '煤矿安全监察局', '出入境检验检疫局', '海警局'],
    ...['国家统计局北海调查队', '国家统计局四川调查总队', '财政部黑龙江监管局', '国家矿山安全监察局山西局'],
    ...['国家能源局华中监管局', '审计署驻上海特派员办事处'],
  ])('%s is one, under a system of its own and no department', (organ) => {
    const kind = organKind(organ);
    expect(kind).toMatchObject({ key: 'nationalBranch', ownSystem: true });
    expect(dutyOf(kind, organ)).toBe('organ');
  });

  it.each([
    ['财政局', 'finance'],
    ['财政部', 'finance'],
    ['审计署', 'audit'],
    ['统计局', 'statistics'],
    ['城市社会经济调查队', 'statistics'],
    ['粮食和物资储备局', 'grain'],
    ['国家能源局', 'other'],
    ['海关', 'customs'],
    ['海事局', 'maritime'],
  ])('%s is none, but %s', (organ, key) => {
    expect(organKind(organ).key).toBe(key);
  });
});
