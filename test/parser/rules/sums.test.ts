import { describe, expect, it } from 'vitest';
import {
  applicationsColumnBalance,
  applicationsResultsSum,
  applicationsRowSum,
  equalSums,
  reviewSum,
} from '../../../parser/rules/sums.ts';
import type { Operand } from '../../../parser/rules/table-view.ts';
import type { Cell } from '../../../schema/record/cell.ts';
import { cellWithout, failures, numberCell, outcomes, recordOf, repeated, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

const where = { zh: '表四“行政复议”', en: 'Table 4, “Reconsideration”' };
const blank = cellWithout('blank');

function operands(prefix: string, cells: readonly (Cell | undefined)[]): Operand[] {
  return cells.map((cell, index) => {
    const name = `${prefix}${index + 1}`;
    return { path: name, name: { zh: name, en: name }, cell };
  });
}

function relate(left: readonly (Cell | undefined)[], right: readonly (Cell | undefined)[]) {
  return equalSums({ where, left: operands('part', left), right: operands('total', right) });
}

describe('equalSums', () => {
  it('passes where the sums agree', () => {
    expect(relate([numberCell(8), numberCell(2), numberCell(1)], [numberCell(11)])).toEqual({ outcome: 'pass' });
  });

  it('fails with both sums where they do not, and names what stands where', () => {
    expect(relate([numberCell(8), numberCell(3)], [numberCell(0)])).toEqual({
      outcome: 'fail',
      failure: {
        severity: 'error',
        cells: ['part1', 'part2'],
        expected: 11,
        actual: 0,
        message: {
          zh: '表四“行政复议”:part1 8 + part2 3 = 11,而total1 0。',
          en: 'Table 4, “Reconsideration”: part1 8 + part2 3 = 11, but total1 0.',
        },
      },
    });
  });

  it('takes a blank for a zero where the sums then agree, and says so', () => {
    const check = relate([numberCell(5), cellWithout('notApplicable', '/'), blank], [numberCell(5)]);
    expect(check).toMatchObject({ outcome: 'pass', note: { zh: '表四“行政复议”:空白按0计,关系成立(part2、part3)。' } });
  });

  it('only warns where a figure in a blank part could make up the difference', () => {
    const check = relate([numberCell(3), blank], [numberCell(5)]);
    expect(check).toMatchObject({ outcome: 'fail', failure: { severity: 'warning', expected: 3, actual: 5 } });
  });

  it('is sure of an error where the parts exceed the total with or without the blank', () => {
    const check = relate([numberCell(7), blank], [numberCell(5)]);
    expect(check).toMatchObject({
      outcome: 'fail',
      failure: { severity: 'error', cells: ['total1', 'part1', 'part2'] },
    });
  });

  it('leaves a blank total beside parts that are not zero to totals.blank', () => {
    expect(relate([numberCell(7), numberCell(0)], [blank])).toMatchObject({ outcome: 'notApplicable' });
  });

  it('warns where a whole side of a balance is blank beside figures', () => {
    const check = relate([blank, blank], [numberCell(20), numberCell(0)]);
    expect(check).toMatchObject({ outcome: 'fail', failure: { severity: 'warning', expected: 0, actual: 20 } });
  });

  it('has nothing to compare where only the total is printed', () => {
    expect(relate([blank, blank], [numberCell(5)])).toMatchObject({ outcome: 'notApplicable' });
    expect(relate([blank, blank], [blank])).toMatchObject({ outcome: 'notApplicable' });
  });

  it('cannot be evaluated with a missing or unreadable operand, and says which', () => {
    const check = relate([numberCell(5), undefined, cellWithout('unreadable', '21317')], [numberCell(9)]);
    expect(check).toMatchObject({ outcome: 'notApplicable', why: { en: expect.stringContaining('part2; part3') } });
  });
});

const columns = [
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceOrganization',
  'otherOrganization',
];

describe('applications.row-sum', () => {
  it.each([
    ['Neijiang', neijiang2020],
    ['Qingzhen', qingzhen2020],
    ['Yingkou', yingkou2020],
  ])('holds in all 23 rows of %s 2020', (_, printed) => {
    expect(outcomes(applicationsRowSum, recordOf(printed))).toEqual(repeated('pass', 23));
  });

  it('finds the row whose total is another', () => {
    const broken = withCells(recordOf(neijiang2020), { 'applications.newlyReceived.total': numberCell(242) });
    expect(failures(applicationsRowSum, broken)).toMatchObject([
      { severity: 'error', expected: 224, actual: 242, message: { en: expect.stringContaining('but Total 242.') } },
    ]);
  });

  it('holds where the five columns of organizations are left blank', () => {
    const blanks = Object.fromEntries(
      columns.map((column) => [`applications.granted.${column}`, cellWithout('blank')]),
    );
    const [, , granted] = applicationsRowSum.check(withCells(recordOf(qingzhen2020), blanks));
    expect(granted).toMatchObject({ outcome: 'pass', note: { en: expect.stringContaining('Commercial enterprises') } });
  });
});

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

describe('applications.results-sum', () => {
  it.each([
    ['Neijiang', neijiang2020],
    ['Qingzhen', qingzhen2020],
    ['Yingkou', yingkou2020],
  ])('holds in all seven columns of %s 2020', (_, printed) => {
    expect(outcomes(applicationsResultsSum, recordOf(printed))).toEqual(repeated('pass', 7));
  });

  it('counts the three rows of other handling on the form of 2021', () => {
    const printed = {
      applications: {
        granted: [3, 0, 0, 0, 0, 0, 3],
        'other.correctionOverdue': [2, 0, 0, 0, 0, 0, 2],
        'other.remaining': [1, 0, 0, 0, 0, 0, 1],
        processed: [6, 0, 0, 0, 0, 0, 6],
      },
    };
    expect(outcomes(applicationsResultsSum, recordOf(printed, '2021'))).toEqual(repeated('pass', 7));
  });

  it('names the results that add up to something else than the printed total', () => {
    const broken = withCells(recordOf(neijiang2020), {
      'applications.processed.legalServiceOrganization': numberCell(5),
    });
    expect(failures(applicationsResultsSum, broken)).toMatchObject([
      {
        severity: 'error',
        cells: [
          'applications.processed.legalServiceOrganization',
          'applications.granted.legalServiceOrganization',
          'applications.refused.enforcementFile.legalServiceOrganization',
        ],
        expected: 2,
        actual: 5,
        message: { zh: '表三“法律服务机构”列:(一)予以公开 1 + 7.属于行政执法案卷 1 = 2,而(七)总计 5。' },
      },
    ]);
  });

  it('is not evaluated in a column with an unreadable cell', () => {
    const unread = withCells(recordOf(qingzhen2020), {
      'applications.granted.naturalPerson': cellWithout('unreadable', '184'),
    });
    expect(outcomes(applicationsResultsSum, unread)).toEqual(['notApplicable', ...repeated('pass', 6)]);
  });
});

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
