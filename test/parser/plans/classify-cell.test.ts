import { describe, expect, test } from 'vitest';
import { classifyCell, isUnfinishedName, isUnfinishedSentence } from '../../../parser/plans/classify-cell.ts';

describe('what a cell of copied text is', () => {
  test.each(['全年', '9月30日前', '5月底前', '2021年12月底前', '长期坚持', '每季度', '年底前', '第四季度'])(
    '%s is a deadline',
    (cell) => {
      expect(classifyCell(cell)).toBe('deadline');
    },
  );

  test.each([
    '省政府办公厅',
    '市(州)、县(市、区)人民政府,省直各部门(单位)。',
    '省卫生健康委等省直有关部门(单位),各市(州)、县(市、区)人民政府',
    '县(市、区)人民政府,市(州)人民政府、国家已出台基层政务公开标准指引的相关领域的省直部门(单位)',
    '各市(州)、县(市、区)人民政府,省政务服务和资源交易服务中心、省档案局、文化和旅游厅',
    '市司法局牵头',
  ])('%s is a list of units', (cell) => {
    expect(classifyCell(cell)).toBe('responsible');
  });

  test.each(['各类规划', '政府信息公开专栏', '权责清单及', '推进服务公开标准化', '组织领导'])(
    '%s is a name',
    (cell) => {
      expect(classifyCell(cell)).toBe('short');
    },
  );

  test.each([
    '做好反垄断与反不正当竞争执法信息公开。',
    '2021年底前,县级以上政府门户网站全部支持互联网协议第六版(IPv6)。',
  ])('%s is content', (cell) => {
    expect(classifyCell(cell)).toBe('content');
  });

  test('a name or a sentence that visibly goes on', () => {
    expect(['权责清单及', '规章(', '规划、'].every(isUnfinishedName)).toBe(true);
    expect(isUnfinishedName('各类规划')).toBe(false);
    expect(isUnfinishedSentence('加强本级政府、本系统、本行政机')).toBe(true);
    expect(isUnfinishedSentence('开展“回头看”。')).toBe(false);
  });
});
