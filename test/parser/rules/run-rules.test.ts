import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { runRules } from '../../../parser/rules/run-rules.ts';
import { Finding } from '../../../schema/record/finding.ts';
import { cellWithout, recordOf, withCells } from './support/checkable.ts';
import { neijiang2020, qingzhen2020, yingkou2020 } from './support/real-tables.ts';

describe('runRules', () => {
  it.each([
    ['Neijiang', neijiang2020, []],
    ['Yingkou', yingkou2020, []],
    ['Qingzhen', qingzhen2020, [['proactive.change-plausible', 'warning']]],
  ])('finds in the tables of %s 2020 what is wrong with them and nothing else', (_, printed, expected) => {
    const { findings } = runRules(recordOf(printed));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(expected);
  });

  it('makes at least 120 checks on a report of the form of 2021', () => {
    const { checks } = runRules(exampleRecord({ form: '2021' }));
    expect(checks.made).toBeGreaterThanOrEqual(120);
    expect(checks.possible - checks.made).toBe(checks.notMade.reduce((sum, { count }) => sum + count, 0));
  });

  it('says which checks could not be made, and why', () => {
    const unread = withCells(recordOf(neijiang2020), {
      'applications.processed.total': cellWithout('unreadable', '23 4'),
    });
    const { checks } = runRules(unread);
    expect(checks.notMade).toContainEqual({
      rule: 'applications.column-balance',
      count: 1,
      why: {
        zh: '表三“总计”列:缺失或无法读取((七)总计)。',
        en: 'Table 3, column “Total”: missing or unreadable (Processed in total).',
      },
    });
    expect(checks.passed).toBe(checks.made - 1);
  });

  it('gives findings as records store them, with the rule and its defaults', () => {
    const broken = withCells(recordOf(neijiang2020), { 'applications.processed.total': undefined });
    const { findings } = runRules(broken);
    expect(findings).toHaveLength(1);
    expect(Finding.array().parse(findings)).toMatchObject([
      { rule: 'completeness.missing-cell', severity: 'error', cause: 'source' },
    ]);
  });

  it('checks no relation of a document without a form, only who reports and when', () => {
    const whole = runRules(recordOf(neijiang2020));
    const { findings, checks } = runRules({ ...recordOf(neijiang2020), form: null });
    expect(findings).toEqual([]);
    expect(checks.passed).toBe(checks.made);
    expect(checks.possible).toBeLessThan(whole.checks.possible / 10);
  });
});
