import { describe, expect, it } from 'vitest';
import { applicationsRowSum } from '../../../parser/rules/sums.ts';
import { cellWithout, failures, numberCell, outcomes, recordOf, repeated, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

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
