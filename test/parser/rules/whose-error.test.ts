import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import type { RuleExample } from '../../../parser/rules/rule.ts';
import { runRules } from '../../../parser/rules/run-rules.ts';

/** The applications of Neijiang 2020. */
const neijiang = {
  'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
  'applications.carriedOver': [10, 0, 0, 0, 0, 0, 10],
  'applications.granted': [111, 2, 0, 0, 1, 0, 114],
  'applications.partlyGranted': [10, 1, 1, 2, 0, 0, 14],
  'applications.refused.stateSecret': [1, 0, 0, 0, 0, 0, 1],
  'applications.refused.prohibitedByLaw': [3, 0, 0, 0, 0, 0, 3],
  'applications.refused.enforcementFile': [0, 0, 0, 0, 1, 0, 1],
  'applications.refused.administrativeInquiry': [2, 0, 0, 0, 0, 0, 2],
  'applications.unavailable.notHeld': [65, 0, 0, 0, 0, 0, 65],
  'applications.unavailable.needsCreation': [1, 0, 0, 0, 0, 0, 1],
  'applications.notProcessed.complaint': [16, 0, 0, 0, 0, 0, 16],
  'applications.notProcessed.repeated': [6, 0, 0, 1, 0, 0, 7],
  'applications.other': [10, 0, 0, 0, 0, 0, 10],
  'applications.processed': [225, 3, 1, 3, 2, 0, 234],
} as const;

const rowSum = 'applications.row-sum';

function findingsOf(rows: NonNullable<RuleExample['rows']>) {
  const record = exampleRecord({ form: '2019', year: 2020, rows: { ...neijiang, ...rows } });
  return runRules(record).findings;
}

describe('whose error a finding is', () => {
  it('is nobody’s where everything agrees', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it('is the document’s where one printed figure breaks row and column alike, and the evidence names it', () => {
    const findings = findingsOf({ 'applications.granted': [111, 3, 0, 0, 1, 0, 114] });
    expect(findings.map(({ rule, cause }) => [rule, cause])).toEqual([
      ['applications.results-sum', 'source'],
      [rowSum, 'source'],
    ]);
    expect(findings[1]?.evidence?.en).toBe(
      'Row and column both break at applications.granted.commercialEnterprise: “3” is printed, 2 would fit everywhere. No shift of cells and no other parting of digits would.',
    );
  });

  it('may be ours where another parting of the same digits makes all relations hold', () => {
    const found = findingsOf({ 'applications.granted': [11, 12, 0, 0, 1, 0, 114] }).find(({ rule }) => rule === rowSum);
    expect(found).toMatchObject({
      cause: 'suspected-parse',
      evidence: { en: 'All relations hold if “11” “12” are 111 and 2; digits may be parted wrongly.' },
    });
  });

  it('may be ours where the row fits one column further on', () => {
    const shifted = findingsOf({ 'applications.newlyReceived': [215, 3, 1, 3, 2, 224, ''] });
    expect(shifted.find(({ rule }) => rule === 'applications.column-balance')).toMatchObject({
      cause: 'suspected-parse',
      evidence: { zh: '若本行数字右移一格,各关系都成立,可能读错了列。' },
    });
  });

  it('may be ours where figures fit one column on, up to where a blank would stand', () => {
    const found = findingsOf({ 'applications.newlyReceived': ['', 215, 3, 1, 3, 2, 224] });
    expect(found.map(({ cause }) => cause)).toEqual(found.map(() => 'suspected-parse'));
    expect(found[0]?.evidence?.en).toContain('one column further left');
  });

  it('may be ours where the digits of two cells stand in one', () => {
    const found = findingsOf({ 'applications.partlyGranted': [101, 1, 2, 0, 0, 14, ''] });
    expect(found.find(({ rule }) => rule === 'applications.results-sum')).toMatchObject({
      cause: 'suspected-parse',
      evidence: { en: 'All relations hold if “101” is two cells, 10 and 1; digits may have run together.' },
    });
  });

  it('is the document’s in a sentence, and the sentence is the evidence', () => {
    const record = exampleRecord({
      form: '2019',
      year: 2020,
      rows: neijiang,
      sections: { overview: '全年共收到政府信息公开申请243件。' },
    });
    expect(runRules(record).findings.filter(({ rule }) => rule === 'narrative.count')).toMatchObject([
      { cause: 'source', expected: 224, actual: 243, evidence: { zh: '原文:“全年共收到政府信息公开申请243件”' } },
    ]);
  });
});
