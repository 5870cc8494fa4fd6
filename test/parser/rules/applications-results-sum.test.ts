import { describe, expect, it } from 'vitest';
import { applicationsResultsSum } from '../../../parser/rules/sums.ts';
import { cellWithout, failures, numberCell, outcomes, recordOf, repeated, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

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
