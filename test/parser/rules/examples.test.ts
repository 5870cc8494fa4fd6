import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { rules } from '../../../parser/rules/rules.ts';
import { runRules } from '../../../parser/rules/run-rules.ts';
import { describeRule } from '../../../schema/record/rule.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples, check, ...head }) => {
  it('holds for its passing example, and is evaluated there', () => {
    const outcomes = check(exampleRecord(examples.passing)).map(({ outcome }) => outcome);
    expect(outcomes).toContain('pass');
    expect(outcomes).not.toContain('fail');
    expect(describeRule(head).forms).toContain(examples.passing.form);
  });

  it('finds its failing example', () => {
    const { findings } = runRules(exampleRecord(examples.failing));
    expect(findings.filter(({ rule }) => rule === id)).not.toEqual([]);
  });
});

describe('the rules', () => {
  it('have names that are told apart', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
