import { describe, expect, it } from 'vitest';
import { proactiveChangePlausible } from '../../../parser/rules/proactive-change-plausible.ts';
import { cellWithout, failures, numberCell, outcomes, recordOf, repeated, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

describe('proactive.change-plausible', () => {
  it.each([
    ['Neijiang', neijiang2020],
    ['Yingkou', yingkou2020],
  ])('holds for the five stocks of %s 2020', (_, printed) => {
    expect(outcomes(proactiveChangePlausible, recordOf(printed))).toEqual(repeated('pass', 5));
  });

  it('doubts the 19292 fees that Qingzhen 2020 adds to 49', () => {
    expect(failures(proactiveChangePlausible, recordOf(qingzhen2020))).toEqual([
      {
        cells: ['proactiveDisclosure.fees.change', 'proactiveDisclosure.fees.previousItems'],
        expected: null,
        actual: 19292,
        message: {
          zh: '“行政事业性收费”上一年项目数量 49,本年增/减 +19292,增加数是原有数的许多倍,可能填报的不是事项数。',
          en: "“Administrative fees”: Last year's items 49, Change this year +19292: the increase is many times the stock; it may not count items.",
        },
      },
    ]);
  });

  it('knows that no more items can go than there were', () => {
    const broken = withCells(recordOf(yingkou2020), { 'proactiveDisclosure.coercion.change': numberCell(-62) });
    expect(failures(proactiveChangePlausible, broken)).toMatchObject([{ severity: 'error', actual: -9 }]);
  });

  it('does not judge blanks, nor a form that prints no change', () => {
    const blank = withCells(recordOf(yingkou2020), { 'proactiveDisclosure.fees.change': cellWithout('blank') });
    expect(outcomes(proactiveChangePlausible, blank)).toEqual([...repeated('pass', 4), 'notApplicable']);
    expect(outcomes(proactiveChangePlausible, recordOf({}, '2021'))).toEqual([]);
  });
});
