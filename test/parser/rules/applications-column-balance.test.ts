import { describe, expect, it } from 'vitest';
import { applicationsColumnBalance } from '../../../parser/rules/sums.ts';
import { failures, numberCell, outcomes, recordOf, repeated, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

describe('applications.column-balance', () => {
  it.each([
    ['Neijiang', neijiang2020],
    ['Qingzhen', qingzhen2020],
    ['Yingkou', yingkou2020],
  ])('holds in all seven columns of %s 2020', (_, printed) => {
    expect(outcomes(applicationsColumnBalance, recordOf(printed))).toEqual(repeated('pass', 7));
  });

  it('finds the column in which less went out than came in', () => {
    const broken = withCells(recordOf(qingzhen2020), { 'applications.carriedForward.total': numberCell(0) });
    expect(failures(applicationsColumnBalance, broken)).toEqual([
      {
        severity: 'error',
        cells: ['applications.processed.total', 'applications.newlyReceived.total'],
        expected: 41,
        actual: 40,
        message: {
          zh: '表三“总计”列:一、本年新收政府信息公开申请数量 41 + 二、上年结转政府信息公开申请数量 0 = 41,而(七)总计 40 + 四、结转下年度继续办理 0 = 40。',
          en: 'Table 3, column “Total”: Applications newly received this year 41 + Applications carried over from last year 0 = 41, but Processed in total 40 + Carried forward to next year 0 = 40.',
        },
      },
    ]);
  });

  it('looks at nothing where there is no table', () => {
    expect(outcomes(applicationsColumnBalance, { ...recordOf({}), tables: {} })).toEqual([]);
  });
});
