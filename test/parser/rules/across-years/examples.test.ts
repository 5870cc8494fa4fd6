import { describe, expect, it } from 'vitest';
import { acrossYearsRules, compareYears } from '../../../../parser/rules/across-years/compare-years.ts';
import {
  changedAfterPublication,
  changedAfterPublicationRule,
} from '../../../../parser/rules/changed-after-publication.ts';
import { examplePair } from '../../../../parser/rules/examples.ts';
import { readOtherwise, readOtherwiseRule } from '../../../../parser/rules/read-otherwise.ts';
import { describedRules } from '../../../../parser/rules/rules.ts';
import { describeRule } from '../../../../schema/record/rule.ts';

describe.each(acrossYearsRules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples, check, ...head }) => {
  it('holds for the pair that agrees, and is evaluated there', () => {
    const outcomes = check(examplePair(examples.passing)).map(({ outcome }) => outcome);
    expect(outcomes).toContain('pass');
    expect(outcomes).not.toContain('fail');
    expect(describeRule(head).forms).toContain(examples.passing.after.form);
  });

  it('finds the pair that does not, with its figures of both years', () => {
    const { findings } = compareYears(examplePair(examples.failing));
    expect(findings.map(({ rule }) => rule)).toContain(id);
    const years = findings.flatMap(({ cells }) => cells.map((cell) => Number(cell.split('@')[1])));
    expect(new Set(years)).toEqual(new Set([examples.failing.before.year, examples.failing.after.year]));
  });
});

describe(changedAfterPublicationRule.id, () => {
  const { passing, failing } = changedAfterPublicationRule.examples;
  const found = (example: typeof passing) => {
    const { before, after } = examplePair(example);
    return changedAfterPublication(before, after);
  };

  it('says nothing of a report published again with the same figures', () => {
    expect(found(passing)).toBeNull();
  });

  it('names every figure that was changed', () => {
    expect(found(failing)?.cells).toEqual([
      'reviewAndLitigation.reconsideration.corrected',
      'reviewAndLitigation.reconsideration.total',
    ]);
  });
});

describe(readOtherwiseRule.id, () => {
  const { passing, failing } = readOtherwiseRule.examples;
  const found = (example: typeof passing) => {
    const { before, after } = examplePair(example);
    return readOtherwise(before, after);
  };

  it('says nothing of a copy that is read with the same figures', () => {
    expect(found(passing)).toBeNull();
  });

  it('names every figure that was lost in the copy', () => {
    expect(found(failing)?.cells).toEqual([
      'reviewAndLitigation.reconsideration.corrected',
      'reviewAndLitigation.reconsideration.total',
    ]);
  });
});

describe('all rules', () => {
  it('have names that are told apart', () => {
    expect(new Set(describedRules.map(({ id }) => id)).size).toBe(describedRules.length);
  });
});
