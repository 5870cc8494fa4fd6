import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { narrativeCount } from '../../../parser/rules/narrative-count.ts';
import { outcomes } from './support/checkable.ts';

/** Reviews of 营口市 2020, and what a sentence says of them. */
const saying = (overview: string, total: number | '') =>
  exampleRecord({
    form: '2019',
    year: 2020,
    rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 3, total] },
    sections: { overview },
  });
const sentence = (count: number) => `因政府信息公开被申请行政复议${count}件。`;

describe('a count in the text', () => {
  it('agrees with the total, or with what was concluded', () => {
    expect(outcomes(narrativeCount, saying(sentence(14), 14))).toEqual(['pass']);
    expect(outcomes(narrativeCount, saying(sentence(11), 14))).toEqual(['pass']);
    expect(outcomes(narrativeCount, saying(sentence(15), 14))).toEqual(['fail']);
  });

  it('is not held against a second meaning where the first is blank', () => {
    expect(outcomes(narrativeCount, saying(sentence(14), ''))).toEqual(['notApplicable']);
  });
});
