import { describe, expect, it } from 'vitest';
import { rules } from '../../../parser/rules/rules.ts';
import { runRules } from '../../../parser/rules/run-rules.ts';
import { Finding } from '../../../schema/finding.ts';
import { recordOf, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

describe('runRules', () => {
  it.each([
    ['Neijiang', neijiang2020, []],
    ['Yingkou', yingkou2020, []],
    ['Qingzhen', qingzhen2020, ['proactive.change-plausible']],
  ])('finds no error in %s 2020', (_, printed, expected) => {
    const { findings } = runRules(recordOf(printed));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(expected.map((rule) => [rule, 'warning']));
  });

  it('counts what each rule looked at', () => {
    const { checks } = runRules(recordOf(neijiang2020));
    expect(checks['applications.row-sum']).toEqual({ pass: 23, fail: 0, notApplicable: 0 });
    expect(checks['indicators.parts-sum']).toEqual({ pass: 0, fail: 0, notApplicable: 0 });
    expect(Object.keys(checks)).toEqual(rules.map(({ id }) => id));
  });

  it('gives findings as records store them, with the rule and its defaults', () => {
    const broken = withCells(recordOf(neijiang2020), { 'applications.processed.total': undefined });
    const { findings } = runRules(broken);
    expect(findings).toHaveLength(1);
    expect(Finding.array().parse(findings)).toMatchObject([
      { rule: 'completeness.missing-cell', severity: 'error', cause: 'source' },
    ]);
  });
});

describe('rules', () => {
  it('have names of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
