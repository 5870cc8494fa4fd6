import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { identityDay, identityPeriod } from '../../../parser/rules/identity-when.ts';
import type { Rule } from '../../../parser/rules/rule.ts';
import type { Evidence } from '../../../schema/record/evidence.ts';

/** `pass`, or the severity of what a rule finds in a report of 2022. */
function found(rule: Rule, evidence: Partial<Evidence>) {
  const [check] = rule.check(exampleRecord({ form: '2021', year: 2022, evidence }));
  return check?.outcome === 'fail' ? (check.failure.severity ?? rule.severity) : check?.outcome;
}

describe('figures of another time than a calendar year', () => {
  it.each([
    ['2022-01-01', '2022-12-25', 'warning'],
    [null, '2022-12-20', 'warning'],
    ['2022-01-01', '2023-01-01', 'warning'],
    ['2022-01-01', '2022-11-30', 'error'],
    ['2021-12-01', '2022-12-25', 'error'],
    ['2021-07-01', '2022-06-30', 'error'],
    ['2020-01-01', '2022-12-31', 'error'],
  ])('hold the report unless they are nearly of one: %s to %s', (from, to, severity) => {
    expect(found(identityPeriod, { otherPeriod: { words: '统计期限', from, to } })).toBe(severity);
  });
});

describe('days of publication in doubt', () => {
  it('hold the report only where they contradict its year', () => {
    const severity = (days: string[], contradictsYear: boolean) =>
      found(identityDay, { doubtfulPublication: { days, contradictsYear } });
    expect(severity(['2019-03-01'], true)).toBe('error');
    expect(severity(['2022-01-20'], false)).toBe('warning');
    expect(severity(['2023-01-10', '2023-03-05'], false)).toBe('warning');
    expect(found(identityDay, {})).toBe('pass');
  });
});
