import { describe, expect, it } from 'vitest';
import { indicatorSums, indicatorsPartsSum } from '../../../parser/rules/indicators-parts-sum.ts';
import { indicatorTerms } from '../../../schema/law/vocabulary/indicators.ts';
import { annexed, failures, outcomes, stating } from './support/checkable.ts';

describe('indicators.parts-sum', () => {
  it('finds that Gongjing 2018 states 51 and 1647 apart but 1691 together', () => {
    const record = stating({ 'proactive.weiboAndWechat': 1691, 'proactive.weibo': 51, 'proactive.wechat': 1647 });
    expect(failures(indicatorsPartsSum, record)).toMatchObject([
      {
        cells: ['indicators.proactive.weiboAndWechat', 'indicators.proactive.weibo', 'indicators.proactive.wechat'],
        expected: 1698,
        actual: 1691,
        message: {
          zh: '政务微博公开政府信息数 51 + 政务微信公开政府信息数 1647 = 1698,而政务微博、微信公开政府信息数 1691。',
        },
      },
    ]);
  });

  it('lets named channels fall short of the applications received, as in Qingzhen 2020, but not exceed them', () => {
    const parts = { 'applications.receivedOnline': 14, 'applications.receivedByLetter': 6 };
    expect(outcomes(indicatorsPartsSum, stating({ ...parts, 'applications.received': 41 }))).toEqual(['pass']);
    expect(outcomes(indicatorsPartsSum, stating({ ...parts, 'applications.received': 19 }))).toEqual(['fail']);
  });

  it('checks the staff of the annex of Qingzhen 2020: 1 full-time and 2 part-time are 3', () => {
    const staff = { 'organization.fullTimeStaff': 1, 'organization.partTimeStaff': 2 };
    expect(outcomes(indicatorsPartsSum, annexed({ 'organization.staff': 3, ...staff }))).toEqual(['pass']);
    expect(failures(indicatorsPartsSum, annexed({ 'organization.staff': 5, ...staff }))).toMatchObject([
      { cells: ['statistics.四/(三)/0', 'statistics.四/(三)/1', 'statistics.四/(三)/2'], expected: 3, actual: 5 },
    ]);
  });

  it('needs all parts of a sum that must be equal, and exact figures', () => {
    expect(outcomes(indicatorsPartsSum, stating({ 'applications.closed': 9, 'applications.closedOnTime': 5 }))).toEqual(
      [],
    );
    const round = stating({ 'applications.received': 300, 'applications.receivedOnline': 310 }, true);
    expect(outcomes(indicatorsPartsSum, round)).toEqual(['notApplicable']);
  });

  it('relates only figures of the dictionary', () => {
    const known = indicatorTerms.map(({ key }) => key);
    expect(known).toEqual(expect.arrayContaining(indicatorSums.flatMap(({ whole, parts }) => [whole, ...parts])));
  });
});
