import { describe, expect, it } from 'vitest';
import { reviewSum } from '../../../parser/rules/sums.ts';
import { failures, outcomes, recordOf } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

describe('review.sum', () => {
  it.each([
    ['Neijiang', neijiang2020],
    ['Qingzhen', qingzhen2020],
    ['Yingkou', yingkou2020],
  ])('holds in the three groups of %s 2020', (_, printed) => {
    expect(outcomes(reviewSum, recordOf(printed))).toEqual(['pass', 'pass', 'pass']);
  });

  it('finds totals printed 0 beside results that are not', () => {
    const broken = recordOf({
      reviewAndLitigation: {
        ...yingkou2020.reviewAndLitigation,
        reconsideration: [8, 2, 1, 0, 0],
        litigationAfterReconsideration: [0, 0, 0, 2, 0],
      },
    });
    expect(failures(reviewSum, broken)).toMatchObject([
      {
        cells: [
          'reviewAndLitigation.reconsideration.upheld',
          'reviewAndLitigation.reconsideration.corrected',
          'reviewAndLitigation.reconsideration.other',
        ],
        expected: 11,
        actual: 0,
        message: { zh: '表四“行政复议”:结果维持 8 + 结果纠正 2 + 其他结果 1 + 尚未审结 0 = 11,而总计 0。' },
      },
      { expected: 2, actual: 0, message: { zh: expect.stringContaining('“复议后起诉”') } },
    ]);
  });
});
